package org.rongcuo.papers;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

/** Policy staff write the templates of their place; the nearest up the tree applies, and what was written stays. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class PaperTemplateTest {
    private static final String EDITOR = "policy-editor.330922";
    private static final String TEMPLATES = "/api/v1/paper-templates";
    private static final String COUNTY = TEMPLATES + "/330922/FILING_FEEDBACK";

    private static Response write(String login, String path, String text, Integer basedOn) {
        Map<String, Object> body = new HashMap<>();
        body.put("text", text);
        body.put("basedOn", basedOn);
        body.put("note", "改用本县格式");
        return as(login).contentType(ContentType.JSON).body(body).put(path);
    }

    @Test
    void theNearestAppliesAndEarlierVersionsStay() {
        as("handler.330922")
                .get(COUNTY)
                .then()
                .statusCode(200)
                .body("jurisdiction", nullValue())
                .body("version", equalTo(0))
                .body("text", containsString("{{反馈结果}}"))
                .body("words.word", hasItems("文号", "反馈结果", "有效期"));
        write(EDITOR, TEMPLATES + "/330900/FILING_FEEDBACK", "# 题\n{{事项}}", null)
                .then()
                .statusCode(403);
        write("policy-editor.330900", TEMPLATES + "/330900/FILING_FEEDBACK", "# 市里的\n{{事项}}", null)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        as(EDITOR).get(COUNTY).then().body("jurisdiction", equalTo("330900"));
        write(EDITOR, COUNTY, "# 县里的\r\n{{事项}}", 1).then().statusCode(409).body("code", equalTo("template-changed"));
        write(EDITOR, COUNTY, "# 县里的\r\n{{事项}}", null).then().statusCode(200).body("text", equalTo("# 县里的\n{{事项}}"));
        write(EDITOR, COUNTY, "# 县里的二版\n{{事项}}", null).then().statusCode(409);
        write(EDITOR, COUNTY, "# 县里的二版\n{{事项}}", 1).then().statusCode(200).body("version", equalTo(2));
        as(EDITOR).get(COUNTY).then().body("version", equalTo(2)).body("jurisdiction", equalTo("330922"));
        as(EDITOR).get(COUNTY + "?version=1").then().body("text", equalTo("# 县里的\n{{事项}}"));
        as(EDITOR).get(COUNTY + "?version=9").then().statusCode(404);
        as(EDITOR).get(TEMPLATES + "/330902/FILING_FEEDBACK").then().body("jurisdiction", equalTo("330900"));
        as(EDITOR)
                .get(TEMPLATES)
                .then()
                .body("findAll { it.kind == 'FILING_FEEDBACK' }.jurisdiction", hasItem("330922"));
        as(EDITOR).get(TEMPLATES + "/330922/LETTER").then().statusCode(400);
        as(EDITOR).get(TEMPLATES + "/999999/FEEDBACK").then().statusCode(404);
    }

    @Test
    void aHostileTemplateIsRefusedWithAllThatIsWrong() {
        write(EDITOR, TEMPLATES + "/330922/FEEDBACK", "{{补正材料}}\n{{#if x}}\n{cdi:bean}\u202e", null)
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        hasItems("placeholder-unknown", "placeholder-malformed", "control-character", "one-title"));
        write(EDITOR, TEMPLATES + "/330922/FEEDBACK", "字".repeat(20_001), null)
                .then()
                .statusCode(422);
        write("handler.330922", TEMPLATES + "/330922/FEEDBACK", "# 题\n文", null)
                .then()
                .statusCode(403);
    }

    @Test
    void aTemplateIsSeenWithSampleWordsBeforeItIsWritten() throws Exception {
        var pdf = as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "# 试样\n## 意见\n{{结论}}"))
                .post(TEMPLATES + "/330922/DETERMINATION/preview")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("试样") && text.contains("一、意见") && text.contains("×号"), text);
        }
        as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "# 试样\n{{无此词}}"))
                .post(TEMPLATES + "/330922/DETERMINATION/preview")
                .then()
                .statusCode(422);
        as(EDITOR).get(TEMPLATES + "/330922/DETERMINATION").then().body("version", equalTo(0));
    }
}
