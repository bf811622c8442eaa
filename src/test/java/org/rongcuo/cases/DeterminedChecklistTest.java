package org.rongcuo.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.answered;
import static org.rongcuo.cases.Situations.determine;
import static org.rongcuo.cases.Situations.determined;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.cases.Situations.today;
import static org.rongcuo.cases.Situations.verifying;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.checklist.ChecklistView;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.StoredBooks;
import org.rongcuo.shared.Problem;

/** What a determination rests on stays as it was: neither later nor back-dated versions nor other subjects touch it. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class DeterminedChecklistTest {
    private final StoredBooks books;
    private final ChecklistService checklists;
    private final Sheets sheets;
    private final EvaluationRecords records;
    private final CaseFiles cases;
    private final Subjects subjects;

    DeterminedChecklistTest(
            StoredBooks books,
            ChecklistService checklists,
            Sheets sheets,
            EvaluationRecords records,
            CaseFiles cases,
            Subjects subjects) {
        this.books = books;
        this.checklists = checklists;
        this.sheets = sheets;
        this.records = records;
        this.cases = cases;
        this.subjects = subjects;
    }

    /** The county's book as shipped, with one more question. */
    private static byte[] asking(String id) throws IOException {
        var model = Files.readString(Path.of("dmn/330922/tolerance/v1.dmn"));
        var at = model.indexOf("<inputData ");
        return (model.substring(0, at)
                        + "<inputData id=\"%1$s\" name=\"%1$s\"><description>?</description><variable name=\"%1$s\" typeRef=\"boolean\"/></inputData>"
                                .formatted(id)
                        + model.substring(at))
                .getBytes(StandardCharsets.UTF_8);
    }

    private ChecklistService.Sheet sheet(String id) {
        var file = cases.findById(UUID.fromString(id));
        return sheets.of(
                file, subjects.of(file.id(), UUID.fromString(subjects(id).get(0))));
    }

    private static List<String> asked(ChecklistView view) {
        return view.questions().stream().map(question -> question.item().item()).toList();
    }

    @Test
    @TestTransaction
    void aVersionThatComesIntoForceOrIsBackDatedAsksOnlyThoseWhoAreNotDetermined() throws IOException {
        var open = sheet(answered());
        var closed = sheet(determined());
        var before = checklists.derive(closed);
        assertEquals(List.of(), before.openItems());
        assertTrue(before.versions().stream().allMatch(version -> version.version() <= 2));
        var evaluation = closed.decided().by();
        var unfinished = records.of(open.caseId(), open.subjectId());
        assertEquals(List.of(), unfinished);

        books.inForce("330922", "tolerance", asking("laterQuestion"), today());
        assertEquals(before, checklists.derive(closed));
        assertTrue(asked(checklists.derive(open)).contains("laterQuestion"));
        var asks = checklists.derive(open).openItems();
        assertEquals(1, asks.size());
        assertEquals("laterQuestion", asks.get(0).item());
        assertFalse(asks.get(0).material(), "no table reads it");

        books.inForce("330922", "tolerance", asking("backDatedQuestion"), LocalDate.parse("2026-01-01"));
        assertEquals(before, checklists.derive(closed));
        assertTrue(asked(checklists.derive(open)).containsAll(List.of("laterQuestion", "backDatedQuestion")));

        checklists.requireCurrent(closed, evaluation);
        var undetermined =
                new ChecklistService.Sheet(closed.caseId(), closed.subjectId(), 1, closed.matter(), null, null);
        assertThrows(Problem.class, () -> checklists.requireCurrent(undetermined, evaluation));
        assertNotEquals(before, checklists.derive(undetermined));
    }

    @Test
    void anAnswerOfTheCaseThatIsChangedForAnotherSubjectLeavesTheDeterminedSheetAlone() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var first = subjects(id).get(0);
        var second = subjects(id).get(1);
        done(answer(HANDLER, id, first, Office.exemptFacts()));
        var evaluation = Office.evaluate(HANDLER, id, first).getString("id");
        done(determine(DECIDER, id, Office.determination(first, evaluation, "EXEMPT")));
        var before = read(id, first);
        assertTrue(before.contains("5.2"), before);
        done(answer(HANDLER, id, second, Map.of("loss", 777)));
        assertEquals(before, read(id, first));
        assertTrue(read(id, second).contains("777"));
        assertFalse(read(id, first).contains("777"));
    }

    private static String read(String id, String subject) {
        var answer = as(HANDLER).get(CASES + id + "/checklists/" + subject);
        return answer.then().statusCode(200).extract().asString() + answer.header("ETag");
    }
}
