package org.rongcuo.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
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
            fact(sheet, item, given.get(item.item()))
                    .filter(fact -> books.admits(item.item(), fact.value()))
                    .ifPresent(fact -> facts.put(item.item(), fact));
        }
        return facts;
    }

    private Optional<Fact> fact(Sheet sheet, ItemView item, Answer byHand) {
        var supplier = item.suppliedBy();
        if (supplier.isEmpty()) {
            return Optional.empty();
        }
        if (sheet.decided() != null) {
            var recorded = sheet.decided().by().content().facts().get(item.item());
            return recorded == null || byHand != null && recorded.equals(byHand.value())
                    ? Optional.empty()
                    : Optional.of(new Fact(recorded, AS_DECIDED));
        }
        return sources.stream()
                .filter(source -> source.source().equals(supplier.get()))
                .flatMap(source -> source.fact(sheet, item.item()).stream())
                .findFirst();
    }
}
