package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

/**
 * How the layers of a chain bear on each other (policy-contract "Evaluation"), with stored books of a county of its own.
 * Nothing stays: every test's transaction is rolled back.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestTransaction
class LayerTest {
    private static final String CITY = StoredBooks.CITY;
    private static final String COUNTY = StoredBooks.COUNTY;

    private final StoredBooks books;
    private final EvaluationService evaluations;

    LayerTest(StoredBooks books, EvaluationService evaluations) {
        this.books = books;
        this.evaluations = evaluations;
    }

    @Test
    void theMostSpecificBookSpeaks() {
        var words = new String[] {"免责", "减责", "不予容错", "提请会商"};
        var places = List.of(CITY, CITY, COUNTY, COUNTY);
        for (int n = 0; n < 4; n++) {
            books.inForce(
                    books.book(places.get(n), "book-" + n, n % 2 == 0 ? null : "审计", LenityMode.TWO_DATE),
                    TestBook.saying(words[n]),
                    "2020-0" + (n + 1) + "-01");
        }
        var speaking = List.of("2020-01-15", "2020-02-15", "2020-03-15", "2020-04-15").stream()
                .map(on -> books.evaluate(COUNTY, "审计", null, on, on))
                .map(view -> view.chains().get(0).layers().get(0).policy())
                .toList();
        assertEquals(List.of(CITY + "/book-0", CITY + "/book-1", COUNTY + "/book-2", COUNTY + "/book-3"), speaking);
        var other = books.evaluate(COUNTY, "生态环境", null, "2021-01-01", "2021-01-01");
        assertEquals(
                List.of(COUNTY + "/book-2", CITY + "/book-0"),
                other.chains().get(0).layers().stream()
                        .map(EvaluationView.Layer::policy)
                        .toList(),
                "another field's books bear on nothing here");
        assertEquals(Recommendation.NOT_TOLERABLE, other.recommendation().code());
    }

    @Test
    void theCitysBottomLineStopsTheCountysExemption() {
        books.inForce(
                books.book(CITY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("不予容错").hittingItsBottomLine(),
                "2020-01-01");
        var county = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(county, TestBook.saying("免责"), "2020-01-01");
        books.inForce(county, TestBook.saying("减责"), "2021-01-01");
        books.inForce(county, TestBook.saying("不予容错"), "2022-01-01");
        for (var on : List.of("2020-05-01", "2021-05-01")) {
            var view = books.evaluate(on, on);
            assertEquals(List.of("layer-bottom-line"), StoredBooks.codes(view));
            var reason = view.recommendation().reasons().get(0);
            assertEquals(2, reason.layers().size());
            assertTrue(reason.layers().contains(CITY + "/tolerance@1"), reason.toString());
            assertTrue(reason.text().zh().contains("底线第一条"), reason.toString());
        }
        assertEquals(
                Recommendation.NOT_TOLERABLE,
                books.evaluate("2022-05-01", "2022-05-01").recommendation().code(),
                "nothing is contradicted when the county says so itself");
    }

    @Test
    void aStatutesEntitlementStopsWhatIsHeavier() {
        var county = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(county, TestBook.saying("减责"), "2020-01-01");
        books.inForce(county, TestBook.saying("不予容错").hittingItsBottomLine(), "2021-01-01");
        books.inForce(county, TestBook.saying("免责"), "2022-01-01");
        books.inForce(
                books.statute("audit-statute", List.of("审计"), List.of(SubjectStatus.UNIT)),
                TestBook.statute("免责"),
                "2019-01-01");
        for (var on : List.of("2020-05-01", "2021-05-01")) {
            var view = books.evaluate(COUNTY, "审计", SubjectStatus.UNIT, on, on);
            assertEquals(List.of("entitlement"), StoredBooks.codes(view));
            assertTrue(view.recommendation().reasons().get(0).text().zh().contains("第七条"));
        }
        assertEquals(
                Recommendation.EXEMPT,
                books.evaluate(COUNTY, "审计", SubjectStatus.UNIT, "2022-05-01", "2022-05-01")
                        .recommendation()
                        .code());
        for (var view : List.of(
                books.evaluate(COUNTY, "生态环境", SubjectStatus.UNIT, "2020-05-01", "2020-05-01"),
                books.evaluate(COUNTY, "审计", SubjectStatus.OTHER, "2020-05-01", "2020-05-01"),
                books.evaluate(COUNTY, null, SubjectStatus.UNIT, "2020-05-01", "2020-05-01"),
                books.evaluate(COUNTY, null, null, "2020-05-01", "2020-05-01"))) {
            assertEquals(Recommendation.MITIGATE, view.recommendation().code(), "out of the statute's scope");
            assertEquals(1, view.chains().get(0).layers().size());
        }
    }

    @Test
    void aBookThatContradictsItselfNeverExempts() {
        books.inForce(
                books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("免责").hittingItsBottomLine(),
                "2020-01-01");
        var view = books.evaluate("2021-01-01", "2021-01-01");
        assertEquals(List.of("bottom-line-contradiction"), StoredBooks.codes(view));
        var layer = view.chains().get(0).layers().get(0);
        assertNull(layer.word(), "the word does not stand");
        assertEquals("bottom-line-contradiction", layer.reasons().get(0).code());
    }

    @Test
    void aLayerInDoubtRefersThoughItDoesNotSpeak() {
        books.inForce(
                books.book(CITY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("免责").hittingItsBottomLine(),
                "2020-01-01");
        books.inForce(books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2020-01-01");
        var view = books.evaluate("2021-01-01", "2021-01-01");
        assertEquals(List.of("bottom-line-contradiction"), StoredBooks.codes(view));
        assertEquals(
                List.of(CITY + "/tolerance@1"),
                view.recommendation().reasons().get(0).layers());
    }

    @Test
    void twoBooksOfOnePlaceAndFieldReferForNobodyKnowsWhichSpeaks() {
        books.inForce(
                books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("不予容错"), "2020-01-01");
        books.inForce(books.book(COUNTY, "another", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2020-01-01");
        var view = books.evaluate("2021-01-01", "2021-01-01");
        assertEquals(List.of("several-speak"), StoredBooks.codes(view));
        assertEquals(
                List.of(COUNTY + "/another@1", COUNTY + "/tolerance@1"),
                view.recommendation().reasons().get(0).layers());
    }

    @Test
    void aStoredModelThatCannotBeUsedRefersAndIsNoServerError() {
        books.spoilt(
                books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("免责", "不能使用"),
                "2020-01-01");
        var view = books.evaluate("2021-01-01", "2021-01-01");
        assertEquals(List.of("model-unusable"), StoredBooks.codes(view));
        assertEquals(
                List.of(COUNTY + "/tolerance@1"),
                view.recommendation().reasons().get(0).layers());
    }

    @Test
    void everyDoubtIsToldAtOnce() {
        books.inForce(
                books.book(CITY, "tolerance", null, LenityMode.TWO_DATE),
                TestBook.saying("免责").hittingItsBottomLine(),
                "2020-01-01");
        books.inForce(books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2020-01-01");
        var view = evaluations.evaluate(
                new Matter(COUNTY, null, null, LocalDate.parse("2019-01-01"), LocalDate.parse("2021-01-01")), Map.of());
        assertEquals(List.of("facts-missing", "no-version"), StoredBooks.codes(view));
        assertEquals(List.of(Recommendation.REFER), view.possible(), "no version, whatever the answer");
        assertEquals(List.of("given"), view.recommendation().reasons().get(0).items());
    }

    /** The statute bears on units alone, and nobody said what the subject is. */
    @Test
    void anUnknownStatusRefersWhereAStatuteForSomeMightEntitle() {
        var county = books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(county, TestBook.saying("减责"), "2020-01-01");
        books.inForce(county, TestBook.saying("免责"), "2022-01-01");
        var statute = books.statute("units", List.of(), List.of(SubjectStatus.UNIT));
        books.inForce(statute, TestBook.statute("免责"), "2019-01-01");
        books.inForce(statute, TestBook.statute("不适用"), "2021-01-01");
        var view = books.evaluate("2020-05-01", "2020-05-01");
        assertEquals(List.of("subject-status-unknown"), StoredBooks.codes(view));
        var reason = view.recommendation().reasons().get(0);
        assertEquals(List.of(COUNTY + "/tolerance@1", CITY + "/units@1"), reason.layers());
        assertNull(reason.items(), "the statute's own items are answered");
        for (var named : List.of("《测试办法》", "第一条", "《测试法规》", "单位", "第七条")) {
            assertTrue(
                    reason.text().zh().contains(named),
                    named + " in " + reason.text().zh());
        }
        assertEquals(1, view.chains().get(0).layers().size(), "it is no layer of the chain");
        assertEquals(
                Recommendation.MITIGATE,
                books.evaluate("2021-05-01", "2021-05-01").recommendation().code(),
                "a statute that does not apply to the facts matters to no status");
        books.inForce(statute, TestBook.statute("免责"), "2022-01-01");
        assertEquals(
                Recommendation.EXEMPT,
                books.evaluate("2022-05-01", "2022-05-01").recommendation().code(),
                "nobody can be entitled to more than 免责");
        assertEquals(
                Recommendation.MITIGATE,
                books.evaluate(COUNTY, null, SubjectStatus.OTHER, "2020-05-01", "2020-05-01")
                        .recommendation()
                        .code());
        assertEquals(
                List.of("entitlement"),
                StoredBooks.codes(books.evaluate(COUNTY, null, SubjectStatus.UNIT, "2020-05-01", "2020-05-01")));
    }

    @Test
    void twoDatesDifferByAStatuteThatOnlyAStatusKeepsApart() {
        books.inForce(books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE), TestBook.saying("减责"), "2020-01-01");
        books.inForce(
                books.statute("units", List.of(), List.of(SubjectStatus.UNIT)), TestBook.statute("免责"), "2022-01-01");
        assertEquals(List.of("subject-status-unknown"), StoredBooks.codes(books.evaluate("2021-05-01", "2023-01-01")));
    }
}
