package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.policy.EvaluationView.OpenItem;

/** What a case's whole chain of books can still say, and what still matters, held against trying all answers. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ChainOutlookTest {
    /** The least number of kinds of answer that the seed books distinguish: on, below and above each end. */
    private static final List<BigDecimal> LOSSES = List.of(0, 5, 10, 11, 20, 21, 30, 31, 50, 51, 100, 101, 500).stream()
            .map(BigDecimal::valueOf)
            .toList();

    private final EvaluationService evaluations;
    private List<ItemView> items;

    ChainOutlookTest(EvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @BeforeEach
    void readTheBooks() {
        items = evaluations.booksFor(matter()).items();
    }

    private static Matter matter() {
        return new Matter(
                "330900",
                null,
                SubjectStatus.PARTY_MEMBER,
                LocalDate.parse("2026-04-15"),
                LocalDate.parse("2026-11-24"));
    }

    @Test
    void leavingItemsOpenOneByOneEqualsBruteForce() {
        var random = new Random(3);
        for (var round = 0; round < 6; round++) {
            var facts = round == 0 ? exempting() : random(random);
            for (var item : items) {
                compare(facts, List.of(item.item()));
            }
        }
    }

    @Test
    void leavingTwoItemsOpenEqualsBruteForce() {
        var random = new Random(4);
        for (var round = 0; round < 40; round++) {
            var facts = random(random);
            var open = new TreeSet<String>();
            while (open.size() < 2) {
                open.add(items.get(random.nextInt(items.size())).item());
            }
            compare(facts, List.copyOf(open));
        }
    }

    @Test
    void afterABottomLineOnlyWhatAHigherLayerAsksStillMatters() {
        var facts = Map.<String, Object>of("fraud", true);
        var view = evaluations.evaluate(matter(), facts);
        var material = items(view, true);
        var grounds = Set.of(
                "superiorOrder",
                "recordedObjection",
                "diligence",
                "forceMajeure",
                "privateGain",
                "workBasis",
                "prohibition",
                "awareness",
                "motivation");
        assertFalse(material.isEmpty(), "a ground of 第十七条 may still speak against the bottom line");
        assertTrue(grounds.containsAll(material), "of the speaking book nothing else matters: " + material);
        assertEquals(List.of(Recommendation.NOT_TOLERABLE, Recommendation.REFER), view.possible());

        // Where 第十七条 is out of the question the bottom line decides, and nothing is left to ask.
        var after = evaluations.evaluate(matter(), Map.of("fraud", true, "superiorOrder", "执行明显违法决定"));
        assertEquals(Set.of(), items(after, true));
        assertEquals(List.of(Recommendation.NOT_TOLERABLE), after.possible());
        assertEquals(Recommendation.NOT_TOLERABLE, after.recommendation().code());
        assertEquals(all(after), after.assumed().keySet());
    }

    /** Nobody found out whether there was fraud or an accident: the record is not to look as if there had been. */
    @Test
    void whatIsAssumedAccusesOfNothing() {
        var view = evaluations.evaluate(matter(), Map.of("privateGain", "为个人", "superiorOrder", "执行明显违法决定"));
        assertEquals(Recommendation.NOT_TOLERABLE, view.recommendation().code());
        assertEquals(false, view.assumed().get("fraud"));
        assertEquals(false, view.assumed().get("safetyAccident"));
        var bottomLine = view.chains().get(0).layers().get(0).decisions().stream()
                .filter(decision -> decision.id().equals("bottomLine"))
                .findFirst()
                .orElseThrow();
        assertTrue(bottomLine.provisional());
        assertEquals(List.of("谋取不正当利益"), bottomLine.value(), "the one that was answered");
    }

    @Test
    void theQuestionThatDecidesMostComesFirst() {
        var order = evaluations.evaluate(matter(), Map.of()).openItems().stream()
                .map(OpenItem::item)
                .toList();
        assertTrue(order.indexOf("fraud") < order.indexOf("filed"), "a bottom line before a detail: " + order);
        var last = evaluations.evaluate(matter(), Map.of()).openItems();
        assertFalse(last.get(last.size() - 1).material(), "what decides nothing comes last: " + order);
    }

    private void compare(Map<String, Object> complete, List<String> open) {
        var facts = new HashMap<>(complete);
        open.forEach(facts::remove);
        Map<List<Object>, Recommendation> tried = new HashMap<>();
        tryAll(facts, open, 0, new ArrayList<>(), tried);
        var view = evaluations.evaluate(matter(), facts);
        assertEquals(new HashSet<>(tried.values()), new HashSet<>(view.possible()), open + " open, " + facts);
        assertEquals(material(open, tried), items(view, true), open + " open, " + facts);
        assertEquals(Set.copyOf(open), all(view));
        var decided = tried.values().stream().distinct().count() == 1 && !tried.containsValue(Recommendation.REFER);
        assertEquals(
                decided ? tried.values().iterator().next() : Recommendation.REFER,
                view.recommendation().code());
        assertEquals(decided, view.assumed() != null);
    }

    private void tryAll(
            Map<String, Object> facts,
            List<String> open,
            int n,
            List<Object> chosen,
            Map<List<Object>, Recommendation> into) {
        if (n == open.size()) {
            into.put(
                    List.copyOf(chosen),
                    evaluations.evaluate(matter(), facts).recommendation().code());
            return;
        }
        for (var value : values(open.get(n))) {
            facts.put(open.get(n), value);
            chosen.add(value);
            tryAll(facts, open, n + 1, chosen, into);
            chosen.remove(chosen.size() - 1);
            facts.remove(open.get(n));
        }
    }

    private static Set<String> material(List<String> open, Map<List<Object>, Recommendation> tried) {
        var material = new HashSet<String>();
        for (var n = 0; n < open.size(); n++) {
            Map<List<Object>, Recommendation> others = new HashMap<>();
            for (var each : tried.entrySet()) {
                var rest = new ArrayList<>(each.getKey());
                rest.remove(n);
                var before = others.putIfAbsent(rest, each.getValue());
                if (before != null && before != each.getValue()) {
                    material.add(open.get(n));
                }
            }
        }
        return material;
    }

    private static Set<String> items(EvaluationView view, boolean material) {
        return view.openItems().stream()
                .filter(item -> item.material() == material)
                .map(OpenItem::item)
                .collect(Collectors.toSet());
    }

    private static Set<String> all(EvaluationView view) {
        return view.openItems().stream().map(OpenItem::item).collect(Collectors.toSet());
    }

    private List<Object> values(String id) {
        var item = items.stream()
                .filter(each -> each.item().equals(id))
                .findFirst()
                .orElseThrow();
        return switch (item.type()) {
            case BOOLEAN -> List.of(true, false);
            case STRING -> List.copyOf(item.allowedValues());
            case NUMBER -> List.copyOf(LOSSES);
            case DATE -> throw new IllegalStateException("the seed books ask no dates");
        };
    }

    private Map<String, Object> exempting() {
        var facts = Office.exemptFacts();
        facts.keySet().retainAll(items.stream().map(ItemView::item).toList());
        items.forEach(
                item -> facts.computeIfAbsent(item.item(), id -> values(id).get(0)));
        return facts;
    }

    private Map<String, Object> random(Random random) {
        Map<String, Object> facts = new HashMap<>();
        for (var item : items) {
            var values = values(item.item());
            facts.put(item.item(), values.get(random.nextInt(values.size())));
        }
        return facts;
    }
}
