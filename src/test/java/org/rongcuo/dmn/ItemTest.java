package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ItemTest {
    private static final Item WORD = item(ItemType.STRING, List.of("有", "无"), null);
    private static final Item NUMBER = item(ItemType.NUMBER, List.of(), null);
    private static final Item PERCENT = item(ItemType.NUMBER, List.of(), "[0..100)");
    private static final Item FLAG = item(ItemType.BOOLEAN, List.of(), null);
    private static final Item DAY = item(ItemType.DATE, List.of(), ">= date(\"2018-01-01\")");

    @Test
    void readsWhatJsonGives() {
        assertEquals(new Reading.Admissible("有"), WORD.read("有"));
        assertEquals(new Reading.Admissible(true), FLAG.read(true));
        assertEquals(new Reading.Admissible(LocalDate.of(2020, 2, 29)), DAY.read("2020-02-29"));
        for (Number ten :
                List.<Number>of(10, 10L, 10.0, BigInteger.TEN, new BigDecimal("1E+1"), new BigDecimal("10.00"))) {
            assertEquals(new Reading.Admissible(new BigDecimal("10")), NUMBER.read(ten), ten.toString());
        }
        assertEquals(new Reading.Admissible(BigDecimal.ZERO), PERCENT.read(new BigDecimal("0.000")));
    }

    @Test
    void tellsWhyAnAnswerIsNotAdmissible() {
        for (var item : List.of(WORD, NUMBER, FLAG, DAY)) {
            assertCode("missing", item, null);
            assertCode("wrong-type", item, List.of());
        }
        assertCode("outside-allowed-values", WORD, "也许");
        assertCode("wrong-type", WORD, 1);
        assertCode("wrong-type", NUMBER, "1");
        assertCode("wrong-type", NUMBER, Double.NaN);
        assertCode("wrong-type", FLAG, "true");
        assertCode("outside-allowed-values", PERCENT, 100);
        assertCode("outside-allowed-values", PERCENT, new BigDecimal("-0.1"));
        assertCode("not-a-date", DAY, "2021-02-29");
        assertCode("not-a-date", DAY, "+999999999-01-01");
        assertCode("outside-allowed-values", DAY, "2017-12-31");
        assertCode("number-out-of-bounds", NUMBER, new BigDecimal("1e31"));
        assertCode("number-out-of-bounds", NUMBER, new BigDecimal("1e-31"));
        assertCode("number-out-of-bounds", NUMBER, new BigDecimal("1e999999999"));
        assertCode("number-out-of-bounds", NUMBER, BigInteger.TEN.pow(34));
    }

    @Test
    void doesNotRepeatTheAnswerGiven() {
        var reading = (Reading.Inadmissible) WORD.read("张三的秘密");
        assertFalse(reading.message().zh().contains("张三"));
    }

    @Test
    void readsRangesAsTheEngineDoes() {
        assertAdmits("[0..10]", "0", "10");
        assertAdmits("(0..10)", "0.1", "9.9");
        assertRefuses("(0..10)", "0", "10");
        assertRefuses("]0..10[", "0", "10");
        assertAdmits("1,2,[5..6]", "1", "5.5");
        assertRefuses("1,2,[5..6]", "3", "7");
        assertAdmits("> -5", "-4");
        assertRefuses("< 3", "3");
        assertAdmits("<= 3", "3");
    }

    @Property(tries = 200)
    void aNumberKeepsItsValue(@ForAll BigDecimal number) {
        var reading = NUMBER.read(number);
        if (reading instanceof Reading.Admissible answer) {
            assertEquals(0, number.compareTo((BigDecimal) answer.value()));
        } else {
            assertEquals("number-out-of-bounds", ((Reading.Inadmissible) reading).code());
        }
    }

    private static void assertAdmits(String range, String... numbers) {
        for (var number : numbers) {
            assertInstanceOf(
                    Reading.Admissible.class,
                    item(ItemType.NUMBER, List.of(), range).read(new BigDecimal(number)),
                    range + " " + number);
        }
    }

    private static void assertRefuses(String range, String... numbers) {
        for (var number : numbers) {
            assertCode("outside-allowed-values", item(ItemType.NUMBER, List.of(), range), new BigDecimal(number));
        }
    }

    private static void assertCode(String code, Item item, Object raw) {
        var reading = assertInstanceOf(Reading.Inadmissible.class, item.read(raw), String.valueOf(raw));
        assertEquals(code, reading.code());
    }

    private static Item item(ItemType type, List<String> words, String range) {
        return new Item("id", "名", "问", type, words, range, null, null, null, ItemScope.CASE, ItemSource.ANSWER);
    }
}
