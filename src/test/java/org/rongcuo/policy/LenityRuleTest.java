package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.policy.EvaluationView.Applied;
import org.rongcuo.policy.EvaluationView.By;

/** 从旧兼从轻 over every pair of chains there is: four outcomes, doubts of each kind, and effects that do and do not compare. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LenityRuleTest {
    private static final List<Set<String>> EFFECTS = List.of(Set.of(), Set.of("甲"), Set.of("乙"), Set.of("甲", "乙"));
    private static final List<String> ORDER = List.of("免责", "减责", "不予容错");

    private final Jurisdictions jurisdictions;

    LenityRuleTest(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** One side: what it says, and the chain that says it. @param word null when it is in doubt */
    private record Side(String name, String word, Set<String> effects, ChainEvaluation chain) {}

    @Test
    void theLighterStandsTiesGoToTheOldAndDoubtRefers() {
        var olds = sides(1, By.CONDUCT);
        var news = sides(2, By.DECISION);
        for (var old : olds) {
            for (var now : news) {
                var weighed = LenityRule.weigh(LenityMode.TWO_DATE, "依据", old.chain, now.chain, false);
                var pair = old.name + " / " + now.name + ": " + weighed.lenity();
                assertEquals(expected(old, now), weighed.lenity().applied(), pair);
                if (weighed.lenity().applied() == null) {
                    assertEquals(Recommendation.REFER, weighed.advice().code(), pair);
                    assertFalse(weighed.advice().reasons().isEmpty(), pair);
                } else {
                    var applied = weighed.lenity().applied() == Applied.OLD ? old : now;
                    assertEquals(
                            Recommendation.ofWord(applied.word).orElseThrow(),
                            weighed.advice().code(),
                            pair);
                    assertEquals(List.of(), weighed.advice().reasons(), pair);
                }
                if (old.word == null || now.word == null) {
                    assertNotEquals(Recommendation.EXEMPT, weighed.advice().code(), pair);
                } else if (weighed.lenity().applied() != null) {
                    assertFalse(
                            Recommendation.ofWord(old.word)
                                    .orElseThrow()
                                    .lighterThan(weighed.advice().code()),
                            "heavier than the old rule: " + pair);
                }
            }
        }
    }

    /** The rule as a person would say it, told once more without the product's code. */
    private static Applied expected(Side old, Side now) {
        if (old.word == null || now.word == null) {
            return null;
        }
        var difference = ORDER.indexOf(now.word) - ORDER.indexOf(old.word);
        if (difference != 0) {
            return difference < 0 ? Applied.NEW : Applied.OLD;
        }
        if (old.effects.containsAll(now.effects)) {
            return Applied.OLD;
        }
        return now.effects.containsAll(old.effects) ? Applied.NEW : null;
    }

    @Test
    void bothSidesTellTheirDoubts() {
        var old = sides(1, By.CONDUCT).stream()
                .filter(side -> side.name.equals("没有办法"))
                .findFirst()
                .orElseThrow();
        var now = sides(2, By.DECISION).stream()
                .filter(side -> side.name.startsWith("自相矛盾"))
                .findFirst()
                .orElseThrow();
        var weighed = LenityRule.weigh(LenityMode.TWO_DATE, "依据", old.chain, now.chain, false);
        assertEquals(
                List.of("no-version", "bottom-line-contradiction"),
                weighed.advice().reasons().stream()
                        .map(EvaluationView.Reason::code)
                        .toList());
        var contradiction = weighed.advice().reasons().get(1);
        assertEquals(List.of("330921/test@2"), contradiction.layers());
        assertTrue(contradiction.text().zh().contains("底线第一条"), contradiction.toString());
        assertTrue(contradiction.text().zh().contains("《test》"), contradiction.toString());
        assertTrue(contradiction.text().en().contains("330921/test@2"), contradiction.toString());
    }

    @Test
    void oneDateModesAskOneChainOnly() {
        var old = sides(1, By.CONDUCT).get(0);
        var conduct = LenityRule.weigh(LenityMode.CONDUCT, "依据", old.chain, null, false);
        assertEquals(Applied.OLD, conduct.lenity().applied());
        assertNull(conduct.lenity().current());
        assertEquals(LenityMode.CONDUCT, conduct.lenity().mode());
        assertEquals("依据", conduct.lenity().basis());
        var now = sides(2, By.DECISION).get(0);
        var decision = LenityRule.weigh(LenityMode.DECISION, "依据", null, now.chain, false);
        assertEquals(Applied.NEW, decision.lenity().applied());
        assertNull(decision.lenity().old());
    }

    private List<Side> sides(int number, By by) {
        var sides = new ArrayList<Side>();
        for (var word : List.of("免责", "减责", "不予容错", "提请会商")) {
            for (var effects : EFFECTS) {
                sides.add(new Side(
                        word + effects,
                        ORDER.contains(word) ? word : null,
                        effects,
                        chain(TestBook.saying(word, effects.stream().sorted().toArray(String[]::new)), number, by)));
            }
        }
        sides.add(new Side("自相矛盾", null, Set.of(), chain(TestBook.saying("免责").hittingItsBottomLine(), number, by)));
        sides.add(
                new Side("自相矛盾之减责", null, Set.of(), chain(TestBook.saying("减责").hittingItsBottomLine(), number, by)));
        sides.add(new Side("没有办法", null, Set.of(), chain(by, List.of())));
        sides.add(new Side("未查明", null, Set.of(), chain(version(TestBook.saying("免责"), number), by, Map.of())));
        var version = version(TestBook.saying("免责"), number);
        sides.add(new Side(
                "模型不能使用",
                null,
                Set.of(),
                chain(
                        by,
                        List.of(LayerEvaluation.of(
                                version,
                                java.util.Optional.empty(),
                                new Facts(TestBook.FACTS, Map.of()),
                                Judging.ON_RECORD)))));
        return sides;
    }

    private ChainEvaluation chain(TestBook book, int number, By by) {
        return chain(version(book, number), by, TestBook.FACTS);
    }

    private PolicyVersion version(TestBook book, int number) {
        return book.version(jurisdictions.findById("330921"), "test", null, number);
    }

    private ChainEvaluation chain(PolicyVersion version, By by, Map<String, Object> facts) {
        return chain(by, List.of(TestBook.evaluated(version, facts)));
    }

    private ChainEvaluation chain(By by, List<LayerEvaluation> layers) {
        return new ChainEvaluation(
                LocalDate.EPOCH,
                by,
                layers,
                List.of(),
                new ChainEvaluation.Whereabouts(jurisdictions.findById("330921"), List.of()),
                java.util.Set.of());
    }
}
