package org.rongcuo.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.determine;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.subject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Sha256;

/** 文书: issued from the record, numbered without gaps, kept unchanged, read by whom they are for. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class OfficialPaperTest {
    @Inject
    Instance<RecordCheck> checks;

    @Inject
    Instance<DossierSource> dossiers;

    static Response issue(String login, String id, Map<String, Object> wanted) {
        return as(login).contentType(ContentType.JSON).body(wanted).post(CASES + id + "/papers");
    }

    private static byte[] content(String login, String id, String paper, String format) {
        return as(login)
                .get(CASES + id + "/papers/" + paper + "/content?format=" + format)
                .then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename\\*=UTF-8''.*\\." + format.toLowerCase()))
                .contentType(
                        format.equals("PDF")
                                ? "application/pdf"
                                : "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .extract()
                .asByteArray();
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("—\\s*\\d+\\s*—", "")
                    .replaceAll("\\s", "");
        }
    }

    private static String docxText(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var text = new XWPFWordExtractor(document)) {
            return text.getText().replaceAll("\\s", "");
        }
    }

    @Test
    void theDeterminationsPaperSaysWhatTheRecordSaysAndStaysAsItIs() throws IOException {
        var id = Situations.determined();
        var made = as(DECIDER)
                .get(CASES + id + "/determinations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        issue(HANDLER, id, Map.of("kind", "DETERMINATION")).then().statusCode(403);
        var issued = issue(DECIDER, id, Map.of("kind", "DETERMINATION"));
        issued.then()
                .statusCode(201)
                .body("number", matchesPattern("嵊.*容认〔\\d{4}〕\\d+号"))
                .body("about", equalTo(made.getString("[0].id")))
                .body("subject", equalTo(subjects(id).get(0)))
                .body("template", nullValue())
                .body("issuedBy.id", equalTo(Office.person(DECIDER)));
        String paper = issued.path("id");
        var pdf = content(DECIDER, id, paper, "PDF");
        var docx = content(DECIDER, id, paper, "DOCX");
        assertEquals(issued.path("pdf.sha256"), Sha256.of(pdf));
        assertEquals(issued.path("docx.sha256"), Sha256.of(docx));
        // For whoever wants to see it.
        var folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve("determination.pdf"), pdf);
        Files.write(folder.resolve("determination.docx"), docx);
        assertEquals(issued.<Integer>path("docx.size"), docx.length);
        var name = as(DECIDER).get(CASES + id).<String>path("subjects[0].name");
        for (var text : List.of(pdfText(pdf), docxText(docx))) {
            for (var said : List.of(
                    issued.<String>path("number"),
                    as(DECIDER).get(CASES + id).<String>path("number"),
                    name,
                    made.getString("[0].organ.name"),
                    made.getString("[0].meeting.title"),
                    "认定为\uff1a免责",
                    "评估建议为\uff1a免责",
                    "《嵊泗县容错免责认定》\uff1a未触及底线\uff0c",
                    "结论为“免责”",
                    "复议",
                    Situations.today().getYear() + "年")) {
                assertTrue(text.contains(said.replaceAll("\\s", "")), said + " is not in " + text);
            }
            assertFalse(text.contains("减责档次"), "what does not apply is left out");
            for (var word : List.of("第1版", "评价为", "六维", "不适用")) {
                assertFalse(text.contains(word), word + " is the tables' own");
            }
        }
        assertEquals("paper-issued", Office.entries(id).get(Office.entries(id).size() - 1));
        as(INSPECTOR)
                .get(CASES + id + "/ledger?limit=200")
                .then()
                .body("items.payload.event.pdfSha256", hasItem(issued.<String>path("pdf.sha256")));
        assertEquals(Sha256.of(pdf), Sha256.of(content(HANDLER, id, paper, "PDF")));
        as(APPLICANT).get(CASES + id + "/papers/" + paper + "/content").then().statusCode(404);
        done(Office.act(
                HANDLER, id, "feedback", Situations.feedback(subjects(id).get(0))));
        assertEquals(Sha256.of(pdf), Sha256.of(content(APPLICANT, id, paper, "PDF")));
    }

    @Test
    void aRecordsPaperIsIssuedOnceAndACorrectedOneTakesItsPlace() throws IOException {
        var id = Situations.determined();
        var first = issue(DECIDER, id, Map.of("kind", "DETERMINATION"));
        issue(DECIDER, id, Map.of("kind", "DETERMINATION"))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-issued"));
        issue(DECIDER, id, Map.of("kind", "DETERMINATION", "replaces", first.path("id")))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/reasons")));
        issue(DECIDER, id, Map.of("kind", "DETERMINATION", "replaces", UUID.randomUUID(), "reasons", "更正"))
                .then()
                .statusCode(422)
                .body("violations.code", equalTo(List.of("paper-not-replaceable")));
        var second =
                issue(DECIDER, id, Map.of("kind", "DETERMINATION", "replaces", first.path("id"), "reasons", "更正错字"));
        second.then()
                .statusCode(201)
                .body("replaces", equalTo(first.<String>path("id")))
                .body("number", not(first.<String>path("number")))
                .body("dated", equalTo(Situations.today().toString()));
        var corrected = docxText(content(DECIDER, id, second.path("id"), "DOCX"));
        assertTrue(corrected.contains("本文书替代" + first.path("number")), corrected);
        assertTrue(corrected.contains("更正理由\uff1a更正错字。"), corrected);
        issue(DECIDER, id, Map.of("kind", "DETERMINATION", "replaces", first.path("id"), "reasons", "再更正"))
                .then()
                .statusCode(422);
        as(HANDLER).get(CASES + id + "/papers").then().body("$", hasSize(2));
        issue(DECIDER, id, Map.of("kind", "DETERMINATION", "about", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/about")));
    }

    @Test
    void whatHasNotHappenedHasNoPaper() {
        var id = Office.anApplication("330922");
        for (var kind : List.of(
                "ACCEPTANCE_NOTICE", "REFUSAL_NOTICE", "SUPPLEMENT_NOTICE", "FEEDBACK", "VERIFICATION_REPORT")) {
            issue(HANDLER, id, Map.of("kind", kind)).then().statusCode(409);
        }
        issue(DECIDER, id, Map.of("kind", "DETERMINATION"))
                .then()
                .statusCode(409)
                .body("code", equalTo("step-not-done"));
        issue(HANDLER, id, Map.of("kind", "LETTER")).then().statusCode(422);
        issue(HANDLER, id, Map.of()).then().statusCode(422).body("violations.pointer", equalTo(List.of("/kind")));
        issue(APPLICANT, id, Map.of("kind", "ACCEPTANCE_NOTICE")).then().statusCode(403);
        var draft = Office.aDraft("330922");
        issue(HANDLER, draft, Map.of("kind", "ACCEPTANCE_NOTICE")).then().statusCode(404);
    }

    @Test
    void applicationsAreAnsweredInWriting() throws IOException {
        var refused = Office.anApplication("330922");
        done(Office.act(HANDLER, refused, "acceptance", Map.of("accepted", false, "reasons", "不属于容错事项")));
        var refusal = issue(HANDLER, refused, Map.of("kind", "REFUSAL_NOTICE"));
        refusal.then().statusCode(201).body("subject", nullValue());
        var refusalText = pdfText(content(APPLICANT, refused, refusal.path("id"), "PDF"));
        assertTrue(refusalText.contains("不属于容错事项。"), refusalText);
        assertTrue(refusalText.matches(".*自收到本通知书之日起\\d+(个月|日|个工作日)内向本机关申请复议.*"), refusalText);

        var id = Office.anApplication("330922");
        done(Office.act(
                HANDLER,
                id,
                "supplements",
                Map.of(
                        "wanted",
                        List.of("会议纪要", "比选记录"),
                        "due",
                        Situations.today().plusDays(10).toString())));
        var wanted = issue(HANDLER, id, Map.of("kind", "SUPPLEMENT_NOTICE"));
        var text = pdfText(content(APPLICANT, id, wanted.path("id"), "PDF"));
        assertTrue(text.contains("1.会议纪要\uff1b") && text.contains("2.比选记录。"), text);
        done(Office.act(HANDLER, id, "acceptance", Map.of("accepted", true, "reasons", "材料齐全")));
        assertEquals(List.of("no-acceptance-notice"), missing(id));
        var accepted = issue(HANDLER, id, Map.of("kind", "ACCEPTANCE_NOTICE"));
        accepted.then().statusCode(201).body("addressee", equalTo(accepted.path("addressee")));
        assertTrue(docxText(content(APPLICANT, id, accepted.path("id"), "DOCX")).contains("材料齐全"));
        assertEquals(List.of(), missing(id));
        var files = dossiers.stream()
                .flatMap(source -> source.parts(UUID.fromString(id)).stream())
                .filter(part -> part.path().startsWith("papers/"))
                .toList();
        assertEquals(4, files.size());
        assertTrue(files.stream().allMatch(part -> part.content().get().length > 1000));
    }

    private List<String> missing(String id) {
        return checks.stream()
                .flatMap(check -> check.gaps(UUID.fromString(id)).stream())
                .filter(gap -> gap.step().equals("papers"))
                .map(RecordCheck.Gap::code)
                .toList();
    }

    @Test
    void aSubjectReadsWhatIsAboutHimselfAlone() {
        var id = Situations.verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var both = subjects(id);
        issue(HANDLER, id, Map.of("kind", "ACCEPTANCE_NOTICE")).then().statusCode(201);
        List<String> papers = new ArrayList<>();
        for (var each : both) {
            done(answer(HANDLER, id, each, Office.exemptFacts()));
        }
        for (var each : both) {
            var evaluation = Office.evaluate(HANDLER, id, each).getString("id");
            var made = determine(DECIDER, id, Office.determination(each, evaluation, "EXEMPT"));
            done(made);
            papers.add(issue(DECIDER, id, Map.of("kind", "DETERMINATION", "about", made.path("id")))
                    .path("id"));
        }
        as(COLLEAGUE).get(CASES + id + "/papers").then().body("kind", equalTo(List.of("ACCEPTANCE_NOTICE")));
        for (var each : both) {
            done(Office.act(HANDLER, id, "feedback", Situations.feedback(each)));
        }
        as(COLLEAGUE)
                .get(CASES + id + "/papers")
                .then()
                .statusCode(200)
                .body("kind", equalTo(List.of("ACCEPTANCE_NOTICE", "DETERMINATION")))
                .body("id", hasItem(papers.get(1)));
        as(COLLEAGUE).get(CASES + id + "/papers/" + papers.get(0)).then().statusCode(404);
        as(COLLEAGUE)
                .get(CASES + id + "/papers/" + papers.get(0) + "/content")
                .then()
                .statusCode(404);
        as(COLLEAGUE)
                .get(CASES + id + "/papers/" + papers.get(1) + "/content")
                .then()
                .statusCode(200);
        as(HANDLER).get(CASES + id + "/papers").then().body("$", hasSize(3));
    }

    @Test
    void twentyIssuedAtOnceGetTheNumbersOneToTwenty() throws Exception {
        var county = County.founded();
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var id = county.verifying(LocalDate.of(2026, 4, 1));
            calls.add(() -> CaseNumberTest.patiently(
                    () -> issue(county.handler, id, new HashMap<>(Map.of("kind", "ACCEPTANCE_NOTICE")))));
        }
        var started = System.nanoTime();
        List<Integer> numbers = new ArrayList<>();
        for (var answer : Situations.atOnce(calls)) {
            answer.then().statusCode(201);
            numbers.add(Integer.parseInt(answer.<String>path("number").replaceAll(".*〕(\\d+)号", "$1")));
            assertTrue(
                    pdfText(content(county.handler, caseOf(answer), answer.path("id"), "PDF"))
                            .contains(answer.<String>path("number")),
                    "the paper bears its own number");
        }
        System.out.println("twenty papers in " + (System.nanoTime() - started) / 1_000_000 + " ms");
        assertEquals(
                IntStream.rangeClosed(1, 20).boxed().toList(),
                numbers.stream().sorted().toList());
    }

    private static String caseOf(Response issued) {
        return issued.header("Location").replaceAll(".*/cases/([^/]+)/.*", "$1");
    }
}
