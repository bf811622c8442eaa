package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongcuo.shared.DomainEvent;

/**
 * Walks the transition table of every status enum: {@code next()} names, for each status that may follow, the event that
 * leads there, or the set of those that do.
 */
class StateTableTest {
    private static final Set<String> FEATURES = Set.of("org.rongcuo.policy", "org.rongcuo.cases");

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyTableIsSound() {
        var product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.rongcuo");
        var enums = product.stream()
                .filter(each -> each.isEnum()
                        && each.getSimpleName().endsWith("Status")
                        && each.tryGetMethod("next").isPresent())
                .map(JavaClass::reflect)
                .toList();
        var aggregates = product.stream().anyMatch(each -> FEATURES.contains(each.getPackageName()));
        assumeTrue(aggregates || !enums.isEmpty(), "there is no feature with a state yet");
        assertFalse(enums.isEmpty(), "no status enum with next() found");
        enums.forEach(this::check);
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    void check(Class<?> type) {
        var statuses = type.getEnumConstants();
        Set<Object> reached = new HashSet<>(Set.of(statuses[0]));
        var open = new ArrayDeque<>(List.of(statuses[0]));
        for (var from : statuses) {
            var next = next(from);
            Set<Object> events = new HashSet<>();
            for (var to : statuses) {
                if (next.containsKey(to)) {
                    var by = next.get(to) instanceof Set<?> several ? several : Collections.singleton(next.get(to));
                    demand(
                            !by.isEmpty() && by.stream().allMatch(Objects::nonNull),
                            type,
                            from + " → " + to + " has no event");
                    for (var event : by) {
                        demand(
                                event instanceof Class<?> record
                                        && record.isRecord()
                                        && DomainEvent.class.isAssignableFrom(record),
                                type,
                                from + " → " + to + ": " + event + " is no record of a domain event");
                        demand(events.add(event), type, from + ": " + event + " leads to two statuses");
                    }
                }
            }
            demand(next.size() <= statuses.length, type, from + " leads outside the enum");
        }
        while (!open.isEmpty()) {
            for (var to : next(open.poll()).keySet()) {
                if (reached.add(to)) {
                    open.add(to);
                }
            }
        }
        for (var status : statuses) {
            demand(reached.contains(status), type, status + " cannot be reached from " + statuses[0]);
            demand(
                    terminal(type, status) == null
                            || terminal(type, status) == next(status).isEmpty(),
                    type,
                    status + " is terminal and has a way on, or is not and has none");
        }
        demand(
                List.of(statuses).stream().anyMatch(each -> next(each).isEmpty())
                        || List.of(statuses).stream().noneMatch(each -> Boolean.TRUE.equals(terminal(type, each))),
                type,
                "has no end");
    }

    @SuppressWarnings("unchecked") // the table's form is checked cell by cell
    private static Map<Object, Object> next(Object status) {
        try {
            var method = status.getClass().isAnonymousClass()
                    ? status.getClass().getSuperclass().getDeclaredMethod("next")
                    : status.getClass().getDeclaredMethod("next");
            method.setAccessible(true);
            return (Map<Object, Object>) method.invoke(status);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(status + ".next()", e);
        }
    }

    /** What the enum itself says by {@code isTerminal()}, null where it says nothing. */
    private static Boolean terminal(Class<?> type, Object status) {
        try {
            var method = type.getDeclaredMethod("isTerminal");
            method.setAccessible(true);
            return Modifier.isStatic(method.getModifiers()) ? null : (Boolean) method.invoke(status);
        } catch (NoSuchMethodException unsaid) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(status + ".isTerminal()", e);
        }
    }

    private void demand(boolean fine, Class<?> type, String fault) {
        if (!fine) {
            faults.add(type.getSimpleName() + ": " + fault);
        }
    }
}
