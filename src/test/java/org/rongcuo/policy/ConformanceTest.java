package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.Item;
import org.rongcuo.policy.Conformance.Found;
import org.rongcuo.policy.Conformance.Proof;

/** What a variant may and may not do, on the books that ship and on small ones. */
class ConformanceTest {
    private static final CompiledModels MODELS = new CompiledModels(TestBook.GATE);
    private static final String CITY = shipped("330900/tolerance/v1.dmn");
    private static final String COUNTY = shipped("330922/tolerance/v1.dmn");

    private static String shipped(String book) {
        try {
            return Files.readString(Path.of("dmn", book));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static CompiledModel compiled(String xml, BookKind kind) {
        var admitted = TestBook.GATE.admit(xml.getBytes(StandardCharsets.UTF_8), kind);
        return MODELS.of(admitted.contentHash(), kind, admitted::xml);
    }

    private static CompiledModel tolerance(String xml) {
        return compiled(xml, BookKind.TOLERANCE);
    }

    private static String changed(String xml, String regex, String replacement) {
        var changed = xml.replaceAll(regex, replacement);
        assertTrue(!changed.equals(xml), "a change is a change");
        return changed;
    }

    @Test
    void theShippedBooksConform() {
        assertEquals(Found.CONFORMS, Conformance.bottomLine(tolerance(COUNTY), tolerance(CITY)));
        for (var law : List.of(
                "000000/accountability/v1.dmn",
                "330000/ftz-statute/v1.dmn",
                "330000/ftz-statute/v2.dmn",
                "330000/one-visit-statute/v1.dmn")) {
            var statute = compiled(shipped(law), BookKind.STATUTE);
            assertEquals(Found.CONFORMS, Conformance.entitlement(tolerance(COUNTY), statute, tolerance(CITY)), law);
            assertEquals(Found.CONFORMS, Conformance.entitlement(tolerance(CITY), statute, null), law);
        }
    }

    @Test
    void everyBottomLineRowOfTheCountyThatTheCityHasIsNeeded() {
        var refuted = 0;
        for (var row = 1; row <= 15; row++) {
            var found = Conformance.bottomLine(
                    tolerance(changed(COUNTY, "(?s)<rule id=\"bottomLine_r" + row + "\".*?</rule>", "")),
                    tolerance(CITY));
            if (found.proof() == Proof.REFUTED) {
                refuted++;
                assertTrue(!found.refuted().deciding().isEmpty()
                        && found.refuted().deciding().size() <= 3);
                assertEquals(1, found.refuted().rows().size(), found.refuted().toString());
            } else {
                assertEquals(Found.CONFORMS, found);
            }
        }
        assertTrue(refuted >= 10, "rows: " + refuted);
    }

    @Test
    void aStricterCountyConforms() {
        var added = changed(
                COUNTY,
                "(?s)(<rule id=\"bottomLine_r10\".*?</rule>)",
                "$1" + "<rule id=\"bottomLine_new\">"
                        + rowOf(COUNTY, "bottomLine_r10")
                                .replace("bottomLine_r10", "bottomLine_new")
                                .replace(">true<", ">false<")
                        + "</rule>");
        assertEquals(Found.CONFORMS, Conformance.bottomLine(tolerance(added), tolerance(CITY)));
        var widened = changed(COUNTY, "(id=\"bottomLine_r15_c16\"><text>)\"无\"", "$1-");
        assertEquals(Found.CONFORMS, Conformance.bottomLine(tolerance(widened), tolerance(CITY)));
    }

    private static String rowOf(String xml, String id) {
        var from = xml.indexOf("<rule id=\"" + id + "\">") + ("<rule id=\"" + id + "\">").length();
        return xml.substring(from, xml.indexOf("</rule>", from));
    }

    @Test
    void theWorstThatAVariantSaysIsTold() {
        var city = tolerance(text(TestBook.saying("不予容错").hittingItsBottomLine()));
        for (var word : List.of("免责", "减责", "提请会商")) {
            var found = Conformance.bottomLine(tolerance(text(TestBook.saying(word))), city);
            assertEquals(Proof.REFUTED, found.proof());
            assertEquals(word, found.refuted().says());
            assertEquals("不予容错", found.refuted().parentSays());
            assertEquals("有", found.refuted().facts().get("given"));
            assertEquals(
                    List.of("given"),
                    found.refuted().deciding().stream().map(Item::id).toList());
            assertEquals("底线第一条", found.refuted().rows().get(0).basis());
        }
        assertEquals(
                Found.CONFORMS,
                Conformance.bottomLine(tolerance(text(TestBook.saying("不予容错"))), city),
                "it may say so itself");
        assertEquals(
                Found.CONFORMS,
                Conformance.bottomLine(tolerance(text(TestBook.saying("免责").hittingItsBottomLine())), city),
                "a word that does not stand loosens nothing");
    }

    @Test
    void anEntitlementIsNotCutWhereTheVariantAsksForIt() {
        var exempts = tolerance(text(TestBook.saying("免责")));
        var heavier = tolerance(text(TestBook.saying("减责")));
        var law = compiled(text(TestBook.statute("免责")), BookKind.STATUTE);
        var found = Conformance.entitlement(heavier, law, exempts);
        assertEquals(Proof.REFUTED, found.proof());
        assertEquals("减责", found.refuted().says());
        assertEquals("免责", found.refuted().parentSays());
        assertEquals("第七条", found.refuted().rows().get(0).basis());
        assertNull(Conformance.entitlement(heavier, law, null).refuted().parentSays());
        assertEquals(Found.CONFORMS, Conformance.entitlement(exempts, law, exempts));
        assertEquals(
                Found.CONFORMS,
                Conformance.entitlement(heavier, law, heavier),
                "where the parent does not exempt either the layers' rule decides");
        assertEquals(
                Found.CONFORMS,
                Conformance.entitlement(heavier, compiled(text(TestBook.statute("不适用")), BookKind.STATUTE), exempts));
    }

    @Test
    void whatTheVariantDoesNotAskIsForTheLayersRule() {
        var heavier = tolerance(text(TestBook.saying("减责")));
        var exempts = tolerance(text(TestBook.saying("免责")));
        var otherItem = text(TestBook.statute("免责")).replace("given", "other");
        assertEquals(Found.CONFORMS, Conformance.entitlement(heavier, compiled(otherItem, BookKind.STATUTE), exempts));
        var whatever = changed(otherItem, "<text>\"不适用\"</text></outputEntry>", "<text>\"免责\"</text></outputEntry>");
        var certain = Conformance.entitlement(heavier, compiled(whatever, BookKind.STATUTE), exempts);
        assertEquals(Proof.REFUTED, certain.proof());
        assertNotNull(certain.refuted().facts().get("other"), "certain whatever the answer to it is");
    }

    @Test
    void aBookThatCalculatesIsNotProven() {
        var calculates =
                changed(COUNTY, "(<inputExpression id=\"minor_e3\" typeRef=\"\\S+\"><text>)[^<]*", "$1直接经济损失 * 2");
        assertEquals(Found.NOT_PROVEN, Conformance.bottomLine(tolerance(calculates), tolerance(CITY)));
    }

    private static String text(TestBook book) {
        return new String(book.xml(), StandardCharsets.UTF_8);
    }

    /** Small enough to be worked out while somebody waits. */
    @Test
    void theShippedBooksAreProvenInTime() {
        var variant = tolerance(COUNTY);
        var parent = tolerance(CITY);
        Conformance.bottomLine(variant, parent);
        var began = System.nanoTime();
        Conformance.bottomLine(variant, parent);
        var millis = (System.nanoTime() - began) / 1_000_000;
        assertTrue(millis < 5_000, "took " + millis + " ms");
    }
}
