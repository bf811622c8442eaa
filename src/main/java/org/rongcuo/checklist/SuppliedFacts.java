package org.rongcuo.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.rongcuo.checklist.ChecklistService.Sheet;
import org.rongcuo.checklist.FactSource.Fact;
import org.rongcuo.policy.AppliedBooks;
import org.rongcuo.policy.ItemView;
import org.rongcuo.shared.Text;

/**
 * The facts that the records give: whether a filing covers the act, how far a correction is, what was before. Where the
 * records give one it is the answer, whatever was answered by hand before.
 */
@ApplicationScoped
class SuppliedFacts {
    private static final Text AS_DECIDED =
            new Text("认定所依据的评估中即为此值", "The evaluation that the determination rests on has it so");

    private final Instance<FactSource> sources;

    SuppliedFacts(Instance<FactSource> sources) {
        this.sources = sources;
    }

    /**
     * The facts of a sheet, by item id. Of a subject determined they stay what they were in the evaluation that the
     * determination rests on, whatever the records say since.
     *
     * @param given the answers by hand that count
     */
    Map<String, Fact> of(Sheet sheet, AppliedBooks books, Map<String, Answer> given) {
        Map<String, Fact> facts = new TreeMap<>();
        for (var item : books.items()) {
            fact(sheet, books, item, given.get(item.item()))
                    .filter(fact -> fact.value() == null || books.admits(item.item(), fact.value()))
                    .ifPresent(fact -> facts.put(item.item(), fact));
        }
        return facts;
    }

    private Optional<Fact> fact(Sheet sheet, AppliedBooks books, ItemView item, Answer byHand) {
        var supplier = item.suppliedBy();
        if (supplier.isEmpty()) {
            return Optional.empty();
        }
        if (sheet.decided() != null) {
            return asDecided(sheet.decided().by().content().facts().get(item.item()), books, item, byHand);
        }
        return sources.stream()
                .filter(source -> source.source().equals(supplier.get()))
                .flatMap(source -> source.fact(sheet, item.item()).stream())
                .findFirst();
    }

    /** What the evaluation was given: by the records, by hand, or not at all, whatever had been answered by hand. */
    private static Optional<Fact> asDecided(Object recorded, AppliedBooks books, ItemView item, Answer byHand) {
        var hand = byHand == null || byHand.value() == null || !books.admits(item.item(), byHand.value())
                ? null
                : byHand.value();
        return Objects.equals(recorded, hand) ? Optional.empty() : Optional.of(new Fact(recorded, AS_DECIDED));
    }
}
