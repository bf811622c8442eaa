package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;
import org.rongcuo.dmn.AdmittedModel;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.policy.EvaluationView.Applied;
import org.rongcuo.shared.Json;

/**
 * Which version of a rule judges (rules.md "Which version of a rule", policy-contract "Evaluation"), with stored books of
 * a county of its own. Nothing stays: every test's transaction is rolled back.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestTransaction
class TwoDateTest {
    private static final String CITY = StoredBooks.CITY;
    private static final String COUNTY = StoredBooks.COUNTY;

    private final StoredBooks books;
    private final EvaluationService evaluations;
    private final EntityManager entityManager;

    TwoDateTest(StoredBooks books, EvaluationService evaluations, EntityManager entityManager) {
        this.books = books;
        this.evaluations = evaluations;
        this.entityManager = entityManager;
    }

    @Test
    void theNewRuleStandsWhenItIsLighter() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("减责"), "2020-01-01");
        books.inForce(book, TestBook.saying("免责"), "2022-01-01");
        var view = books.evaluate("2021-05-01", "2023-01-01");
        assertEquals(Recommendation.EXEMPT, view.recommendation().code());
        assertEquals(Applied.NEW, view.lenity().applied());
        assertEquals(Recommendation.MITIGATE, view.lenity().old());
        assertEquals(Recommendation.EXEMPT, view.lenity().current());
        assertEquals(List.of(1, 2), versions(view));
        assertEquals(
                List.of(EvaluationView.By.CONDUCT, EvaluationView.By.DECISION),
                view.chains().stream().map(EvaluationView.Chain::by).toList());
    }

    @Test
    void theOldRuleStandsWhenItIsLighterOrEqual() {
        for (var now : List.of("减责", "不予容错", "免责")) {
            var book = books.book(COUNTY, "tolerance-" + (int) now.charAt(0), null, LenityMode.TWO_DATE);
            books.inForce(book, TestBook.saying("免责"), "2020-01-01");
            books.inForce(book, TestBook.saying(now, "某项"), "2022-01-01");
        }
        var heavier = evaluateOnly("tolerance-" + (int) '减', "2021-05-01", "2023-01-01");
        assertEquals(Applied.OLD, heavier.lenity().applied());
        assertEquals(Recommendation.EXEMPT, heavier.recommendation().code());
        var refused = evaluateOnly("tolerance-" + (int) '不', "2021-05-01", "2023-01-01");
        assertEquals(Applied.OLD, refused.lenity().applied());
        var moreEffects = evaluateOnly("tolerance-" + (int) '免', "2021-05-01", "2023-01-01");
        assertEquals(Applied.NEW, moreEffects.lenity().applied(), "equal outcome, the new effects are better");
    }

    @Test
    void tiesGoToTheOld() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("减责", "甲", "乙"), "2020-01-01");
        books.inForce(book, TestBook.saying("减责", "乙"), "2022-01-01");
        var view = books.evaluate("2021-05-01", "2023-01-01");
        assertEquals(Applied.OLD, view.lenity().applied());
        assertEquals(Recommendation.MITIGATE, view.recommendation().code());
    }

    @Test
    void incomparableEffectsReferAndNameBothVersions() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("减责", "甲"), "2020-01-01");
        books.inForce(book, TestBook.saying("减责", "乙"), "2022-01-01");
        var view = books.evaluate("2021-05-01", "2023-01-01");
        assertEquals(List.of("incomparable"), StoredBooks.codes(view));
        assertNull(view.lenity().applied());
        assertEquals(
                List.of(COUNTY + "/tolerance@1", COUNTY + "/tolerance@2"),
                view.recommendation().reasons().get(0).layers());
    }

    @Test
    void aDoubtOnEitherSideRefers() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("提请会商"), "2020-01-01");
        books.inForce(book, TestBook.saying("免责"), "2022-01-01");
        books.inForce(book, TestBook.saying("提请会商", "甲"), "2024-01-01");
        var old = books.evaluate("2021-05-01", "2023-01-01");
        assertEquals(List.of("table-refers"), StoredBooks.codes(old));
        assertEquals(
                List.of(COUNTY + "/tolerance@1"),
                old.recommendation().reasons().get(0).layers());
        var now = books.evaluate("2022-05-01", "2025-01-01");
        assertEquals(List.of("table-refers"), StoredBooks.codes(now));
        assertEquals(
                List.of(COUNTY + "/tolerance@3"),
                now.recommendation().reasons().get(0).layers());
        var both = books.evaluate("2021-05-01", "2025-01-01");
        assertEquals(List.of("table-refers", "table-refers"), StoredBooks.codes(both));
        assertNull(both.lenity().applied());
    }

    @Test
    void noVersionAtTheConductRefersWithItsDate() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("免责"), "2020-01-01");
        var view = books.evaluate("2019-12-31", "2023-01-01");
        assertEquals(List.of("no-version"), StoredBooks.codes(view));
        assertTrue(view.recommendation().reasons().get(0).text().zh().contains("2019-12-31"));
        assertEquals(Recommendation.REFER, view.lenity().old());
        assertEquals(Recommendation.EXEMPT, view.lenity().current());
    }

    @Test
    void aVersionThatCameAndWentBetweenPlaysNoPart() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("不予容错"), "2020-01-01");
        books.inForce(book, TestBook.saying("免责"), "2022-01-01");
        books.inForce(book, TestBook.saying("减责"), "2024-01-01");
        var view = books.evaluate("2021-05-01", "2025-01-01");
        assertEquals(Recommendation.MITIGATE, view.recommendation().code());
        assertEquals(List.of(1, 3), versions(view));
    }

    @Test
    void conductOnOrAfterTheNewDateIsJudgedByTheNewRuleAlone() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("免责"), "2020-01-01");
        books.inForce(book, TestBook.saying("减责"), "2022-01-01");
        var view = books.evaluate("2022-01-01", "2023-01-01");
        assertEquals(Recommendation.MITIGATE, view.recommendation().code());
        assertEquals(List.of(2, 2), versions(view));
        assertEquals(Applied.OLD, view.lenity().applied());
        assertEquals(
                Recommendation.EXEMPT,
                books.evaluate("2021-12-31", "2023-01-01").recommendation().code(),
                "the day before it is the old rule's");
    }

    @Test
    void aVersionInForceOnBothDatesIsEvaluatedOnce() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("免责", "甲"), "2020-01-01");
        var view = books.evaluate("2021-05-01", "2023-01-01");
        assertEquals(2, view.chains().size());
        assertSame(effects(view.chains().get(0)), effects(view.chains().get(1)));
        assertEquals("两个日期适用的版本相同", view.lenity().why().zh());
    }

    private static Object effects(EvaluationView.Chain chain) {
        return chain.layers().get(0).decisions().get(2).value();
    }

    @Test
    void theSpeakingBooksSettingDecidesWhichDatesCount() {
        var conduct = books.book(COUNTY, "by-conduct", "审计", LenityMode.CONDUCT);
        books.inForce(conduct, TestBook.saying("减责"), "2020-01-01");
        books.inForce(conduct, TestBook.saying("免责"), "2022-01-01");
        var old = books.evaluate(COUNTY, "审计", null, "2021-05-01", "2023-01-01");
        assertEquals(Recommendation.MITIGATE, old.recommendation().code());
        assertEquals(List.of(1), versions(old));
        assertEquals(LenityMode.CONDUCT, old.lenity().mode());
        var decision = books.book(COUNTY, "by-decision", "生态环境", LenityMode.DECISION);
        books.inForce(decision, TestBook.saying("免责"), "2020-01-01");
        books.inForce(decision, TestBook.saying("减责"), "2022-01-01");
        var now = books.evaluate(COUNTY, "生态环境", null, "2021-05-01", "2023-01-01");
        assertEquals(Recommendation.MITIGATE, now.recommendation().code());
        assertEquals(List.of(2), versions(now));
        assertEquals("测试之依据", now.lenity().basis());
    }

    @Test
    void aNewBookThatSpeaksOnlyAtTheDecisionIsComparedWithTheWholeOldChain() {
        books.inForce(books.book(CITY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("减责"), "2018-01-01");
        books.inForce(books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2022-01-01");
        var view = books.evaluate("2021-05-01", "2023-01-01");
        assertEquals(Recommendation.EXEMPT, view.recommendation().code());
        assertEquals(1, view.chains().get(0).layers().size(), "the county's book plays no part at the conduct");
        assertEquals(2, view.chains().get(1).layers().size());
    }

    /** 仅进入复核的 stays with the rules it was decided by, whatever has been made or back-dated since. */
    @Test
    void whatIsUnderReviewIsJudgedByTheVersionsItWasDecidedBy() {
        var county = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        var city = books.book(CITY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(city, TestBook.saying("减责"), "2018-01-01");
        books.inForce(county, TestBook.saying("减责", "甲"), "2020-01-01");
        books.inForce(county, TestBook.saying("免责", "甲"), "2022-01-01");
        books.inForce(books.statute("law", List.of(), List.of()), TestBook.statute("不适用"), "2019-01-01");
        var matter = new Matter(COUNTY, null, null, LocalDate.parse("2021-05-01"), LocalDate.parse("2023-01-01"));
        var decided = evaluations.evaluate(matter, TestBook.FACTS);
        assertEquals(Recommendation.EXEMPT, decided.recommendation().code());
        var record = new EvaluationRecord(UUID.randomUUID(), UUID.randomUUID(), matter, decided, null, Instant.EPOCH);

        books.inForce(county, TestBook.saying("不予容错"), "2021-03-01");
        books.inForce(county, TestBook.saying("减责"), "2022-06-01");
        books.inForce(city, TestBook.saying("不予容错").hittingItsBottomLine(), "2021-04-01");
        books.inForce(books.book(COUNTY, "audit", "审计", LenityMode.DECISION), TestBook.saying("减责"), "2019-01-01");
        var today = evaluations.evaluate(
                new Matter(COUNTY, null, null, matter.conductUntil(), LocalDate.parse("2025-01-01")), TestBook.FACTS);
        assertEquals(Recommendation.REFER, today.recommendation().code(), "a new case is judged otherwise");

        var later = new Matter(COUNTY, "审计", SubjectStatus.UNIT, matter.conductUntil(), LocalDate.parse("2025-01-01"));
        var again = evaluations.evaluateAsDecided(record, later, TestBook.FACTS);
        assertEquals(Json.write(decided), Json.write(again), "the same content, its dates included");
        assertEquals(
                decided.chains().stream()
                        .flatMap(chain -> chain.layers().stream())
                        .map(layer -> layer.policy() + "@" + layer.version())
                        .distinct()
                        .sorted()
                        .toList(),
                evaluations.booksAsDecided(record, later).versions().stream()
                        .map(version -> version.policy() + "@" + version.version())
                        .sorted()
                        .toList());
    }

    /** The county's new book asks by the day of decision alone; without it the city's asks by both days. */
    @Test
    void withoutAVersionTheSettingIsThatOfTheBookThatSpokeBefore() {
        var city = books.book(CITY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(city, asking("askedOfOld"), "2018-01-01");
        books.inForce(city, TestBook.saying("减责"), "2022-01-01");
        var county = books.book(COUNTY, "tolerance", null, LenityMode.DECISION);
        books.inForce(county, TestBook.saying("免责"), "2022-06-01");
        var matter = new Matter(COUNTY, null, null, LocalDate.parse("2021-05-01"), LocalDate.parse("2023-01-01"));
        var id = books.idOf(county, 1);
        var effect = new Effects.TakenEffect(
                id, false, id, 1, county.key(), county.title(), LocalDate.parse("2022-06-01"), null, null, null);
        var change = evaluations.changeBy(matter, effect).orElseThrow();
        assertEquals(List.of("askedOfOld"), change.dropped());
        assertEquals(List.of(), change.added());
    }

    /** A book that asks one thing more. */
    private static AdmittedModel asking(String item) {
        var xml = new String(TestBook.saying("减责").xml(), StandardCharsets.UTF_8);
        return TestBook.GATE.admit(
                xml.replace(
                                "<inputData ",
                                "<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"boolean\"/></inputData><inputData "
                                        .formatted(item))
                        .getBytes(StandardCharsets.UTF_8),
                BookKind.TOLERANCE);
    }

    @Test
    void aRecordOfOneDateIsAskedAgainOfThatDateAlone() {
        for (var mode : List.of(LenityMode.CONDUCT, LenityMode.DECISION)) {
            var field = mode == LenityMode.CONDUCT ? "审计" : "生态环境";
            var book = books.book(COUNTY, "by-" + field.length() + mode.ordinal(), field, mode);
            books.inForce(book, TestBook.saying("减责"), "2020-01-01");
            books.inForce(book, TestBook.saying("免责"), "2022-01-01");
            var matter = new Matter(COUNTY, field, null, LocalDate.parse("2021-05-01"), LocalDate.parse("2023-01-01"));
            var decided = evaluations.evaluate(matter, TestBook.FACTS);
            var record =
                    new EvaluationRecord(UUID.randomUUID(), UUID.randomUUID(), matter, decided, null, Instant.EPOCH);
            assertEquals(
                    Json.write(decided), Json.write(evaluations.evaluateAsDecided(record, matter, TestBook.FACTS)));
            assertEquals(
                    1, evaluations.booksAsDecided(record, matter).versions().size());
        }
    }

    @Test
    void aRecordThatNamesWhatIsNotThereIsAFaultAndNoSilentOtherVersion() {
        var book = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(book, TestBook.saying("减责"), "2020-01-01");
        var matter = new Matter(COUNTY, null, null, LocalDate.parse("2021-05-01"), LocalDate.parse("2023-01-01"));
        var stored = Json.write(evaluations.evaluate(matter, TestBook.FACTS));
        for (var forged :
                List.of(stored.replace("\"version\":1", "\"version\":9"), stored.replace("sha256:", "sha256:0"))) {
            var record = new EvaluationRecord(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    matter,
                    Json.read(forged, EvaluationView.class),
                    null,
                    Instant.EPOCH);
            assertThrows(IllegalStateException.class, () -> evaluations.booksAsDecided(record, matter));
        }
    }

    /** As if only that book of the county were there. */
    private EvaluationView evaluateOnly(String name, String conduct, String decision) {
        entityManager.flush();
        entityManager
                .createNativeQuery("update policy set field = case name when ?1 then '审计' else '生态环境' end"
                        + " where jurisdiction_code = ?2")
                .setParameter(1, name)
                .setParameter(2, COUNTY)
                .executeUpdate();
        entityManager.clear();
        return books.evaluate(COUNTY, "审计", null, conduct, decision);
    }

    /** The number of each chain's speaking version. */
    private static List<Integer> versions(EvaluationView view) {
        return view.chains().stream()
                .map(chain -> chain.layers().get(0).version())
                .toList();
    }
}
