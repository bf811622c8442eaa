package org.rongcuo.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
    @Property(tries = 500)
    void doesNotDependOnTheOrderOfMembers(@ForAll("objects") Map<String, Object> object, @ForAll long seed) {
        var members = new ArrayList<>(object.entrySet());
        Collections.shuffle(members, new Random(seed));
        var shuffled = new LinkedHashMap<String, Object>();
        members.forEach(member -> shuffled.put(member.getKey(), member.getValue()));

        assertEquals(Json.canonical(object), Json.canonical(shuffled));
    }

    @Property(tries = 500)
    void readBackIsTheSameAgain(@ForAll("objects") Map<String, Object> object) {
        var canonical = Json.canonical(object);

        assertEquals(canonical, Json.canonical(Json.read(canonical, JsonNode.class)));
    }

    @Property(tries = 500)
    void doesNotDependOnADecimalsTrailingZeros(
            @ForAll @BigRange(min = "-1e20", max = "1e20") @Scale(12) BigDecimal decimal,
            @ForAll @IntRange(max = 30) int zeros) {
        var padded = decimal.setScale(decimal.scale() + zeros);

        assertEquals(Json.canonical(Map.of("d", decimal)), Json.canonical(Map.of("d", padded)));
        assertEquals(Json.canonical(Map.of("d", decimal)), Json.canonical(Json.tree(Map.of("d", padded))));
    }

    @Property(tries = 500)
    void losesNoDigit(
            @ForAll @BigRange(min = "-1e20", max = "1e20") @Scale(12) BigDecimal decimal, @ForAll long integer) {
        var read = Json.read(Json.canonical(Map.of("d", decimal, "i", integer)), JsonNode.class);

        assertEquals(0, new BigDecimal(read.get("d").textValue()).compareTo(decimal));
        assertEquals(Long.toString(integer), read.get("i").asText());
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<Object> values = Arbitraries.lazyOf(
                () -> Arbitraries.strings().ofMaxLength(8).map(Object.class::cast),
                () -> Arbitraries.longs().map(Object.class::cast),
                () -> Arbitraries.doubles().map(Object.class::cast),
                () -> Arbitraries.bigDecimals().ofScale(6).map(Object.class::cast),
                () -> Arbitraries.of(true, false).map(Object.class::cast),
                () -> objects().map(Object.class::cast));
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(6), values).ofMaxSize(5);
    }

    @Test
    void oneIsOneHoweverManyDecimals() {
        assertEquals("{\"loss\":\"1\"}", Json.canonical(Map.of("loss", new BigDecimal("1.0"))));
        assertEquals("{\"loss\":\"1\"}", Json.canonical(Map.of("loss", new BigDecimal("1.00"))));
        assertEquals("{\"loss\":\"0\"}", Json.canonical(Map.of("loss", new BigDecimal("0.00"))));
    }

    @Test
    void keepsApartWhatADoubleCannot() {
        var canonical =
                Json.canonical(Json.read("{\"a\":0.10000000000000000001,\"b\":9007199254740993}", JsonNode.class));

        assertEquals("{\"a\":\"0.10000000000000000001\",\"b\":\"9007199254740993\"}", canonical);
        assertNotEquals(canonical, Json.canonical(Json.read("{\"a\":0.1,\"b\":9007199254740992}", JsonNode.class)));
    }

    @Test
    void staysShortForAHugeExponent() {
        assertEquals("{\"d\":\"1E+1000000000\"}", Json.canonical(Json.read("{\"d\":1e1000000000}", JsonNode.class)));
        assertTrue(Json.canonical(Map.of("d", new BigDecimal("1e-1000000000"))).length() < 40);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(IllegalStateException.class, () -> Json.canonical(Map.of("d", Double.NaN)));
    }
}
