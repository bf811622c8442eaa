package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.Finding;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.ModelOutline;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * One vocabulary along a chain (policy-contract "What a model holds"): a book that reuses the item of a book above keeps
 * its type and may only narrow its answers. Otherwise one answer could not serve both.
 */
@ApplicationScoped
class Vocabulary {
    private final PolicyVersions versions;
    private final Books books;
    private final Clock clock;

    Vocabulary(PolicyVersions versions, Books books, Clock clock) {
        this.versions = versions;
        this.books = books;
        this.clock = clock;
    }

    /** @throws org.rongcuo.shared.Problem 422 naming every item that differs and the book it differs from */
    void requireOne(Policy policy, ModelOutline model) {
        var findings = findings(policy, model, Clocks.today(clock));
        if (!findings.isEmpty()) {
            throw Admission.refused(findings);
        }
    }

    /** Where the model differs from the books of its place and above that are in force on a date. */
    List<Finding> findings(Policy policy, ModelOutline model, LocalDate on) {
        List<Finding> findings = new ArrayList<>();
        var inForce = versions.inForce(policy.jurisdiction().codes(), List.of(BookKind.values()), on);
        for (var version : inForce) {
            if (version.policy().id().equals(policy.id())) {
                continue;
            }
            books.usable(version)
                    .ifPresent(compiled -> model.items()
                            .forEach(item -> compiled.outline()
                                    .item(item.id())
                                    .ifPresent(other -> compare(item, other, version, policy, findings))));
        }
        return findings;
    }

    /** The books of places below, in force on a date, that would not fit the model: why, by their keys. */
    Map<String, Text> nonconformingBelow(Policy policy, ModelOutline model, LocalDate on) {
        Map<String, Text> nonconforming = new TreeMap<>();
        for (var version : versions.inForceBelow(policy.jurisdiction(), on)) {
            var items = books.usable(version)
                    .map(compiled -> compiled.outline().items().stream()
                            .filter(item -> model.item(item.id())
                                    .filter(above -> !item.narrows(above))
                                    .isPresent())
                            .map(Item::name)
                            .toList())
                    .orElse(List.of());
            if (!items.isEmpty()) {
                var book = version.policy();
                var names = String.join("、", items);
                nonconforming.put(
                        book.key(),
                        new Text(
                                "《" + book.title().zh() + "》(" + version.name() + ")的答案将超出本版:" + names,
                                version.name() + " admits answers that this version does not: " + names));
            }
        }
        return nonconforming;
    }

    private static void compare(Item item, Item other, PolicyVersion version, Policy policy, List<Finding> findings) {
        var book = version.policy();
        var name = version.name();
        if (item.type() != other.type()) {
            findings.add(finding(
                    "vocabulary-type",
                    item,
                    new Text(
                            "「" + item.name() + "」的类型是 " + item.type() + ",但《"
                                    + book.title().zh() + "》(" + name + ")是 " + other.type(),
                            item.id() + " is of type " + item.type() + ", in " + name + " of type " + other.type())));
        } else if (stands(book, policy) && !item.narrows(other)) {
            findings.add(finding(
                    "vocabulary-widened",
                    item,
                    new Text(
                            "「" + item.name() + "」的答案超出了《" + book.title().zh() + "》(" + name + ")所列:" + admitted(other),
                            item.id() + " admits answers that " + name + " does not; it admits: " + admitted(other))));
        }
    }

    /** Whether a book stands above: its place does, or it is the general book of the same place. */
    static boolean stands(Policy book, Policy policy) {
        var samePlace = book.jurisdiction().code().equals(policy.jurisdiction().code());
        return !samePlace || book.kind() == policy.kind() && book.field() == null && policy.field() != null;
    }

    private static String admitted(Item item) {
        return item.allowedValues().isEmpty() ? item.range() : String.join("、", item.allowedValues());
    }

    private static Finding finding(String code, Item item, Text message) {
        return new Finding(code, item.id(), null, null, null, message);
    }
}
