package org.rongcuo;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls every operation on papers and their templates once; the contract's examples are recorded from these calls. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EveryOperationOfPapersTest {
    private static final String TEMPLATES = "/api/v1/paper-templates";
    private static final String EDITOR = "policy-editor.330922";

    @Test
    void templatesAnswer() {
        as(EDITOR).get(TEMPLATES).then().statusCode(200);
        as(EDITOR).get(TEMPLATES + "/330922/PUBLIC_NOTICE").then().statusCode(200);
        as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "# 关于“{{事项}}”的公示\n{{公示内容}}"))
                .post(TEMPLATES + "/330922/PUBLIC_NOTICE/preview")
                .then()
                .statusCode(200);
        as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "# 关于“{{事项}}”的公示\n{{公示内容}}", "note", "改用本县格式"))
                .put(TEMPLATES + "/330922/PUBLIC_NOTICE")
                .then()
                .statusCode(200);
    }

    @Test
    void papersAnswer() {
        var id = Office.anApplication("330922");
        act("handler.330922", id, "acceptance", Map.of("accepted", true, "reasons", "属于受理范围"))
                .then()
                .statusCode(200);
        var papers = "/api/v1/cases/" + id + "/papers";
        var paper = as("handler.330922")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "ACCEPTANCE_NOTICE"))
                .post(papers)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as("applicant.330922").get(papers).then().statusCode(200);
        as("applicant.330922").get(papers + "/" + paper).then().statusCode(200);
        as("applicant.330922")
                .get(papers + "/" + paper + "/content?format=DOCX")
                .then()
                .statusCode(200);
    }
}
