package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;

/**
 * Where a book cuts its numbers and dates: the literals that cells and expressions compare them with. A book that does
 * anything else with one, a calculation or a comparison with another item, cannot be cut.
 */
final class BookCuts {
    private static final Set<InfixOperator> COMPARISONS = Set.of(
            InfixOperator.LT,
            InfixOperator.LTE,
            InfixOperator.GT,
            InfixOperator.GTE,
            InfixOperator.EQ,
            InfixOperator.NE);

    private final Collection<String> names;
    private final CellTests.Reader cells;
    private final Map<String, String> endless = new HashMap<>();
    private final Map<String, Set<Comparable<?>>> cuts = new HashMap<>();

    private BookCuts(CompiledModel book) {
        names = book.index().names();
        cells = new CellTests.Reader(names);
        book.outline().items().stream()
                .filter(item -> item.type() == ItemType.NUMBER || item.type() == ItemType.DATE)
                .forEach(item -> endless.put(item.name(), item.id()));
    }

    /**
     * The ends by item id.
     *
     * @throws Forest.TooIntricate if the book uses a number or date otherwise than by comparing it with literals
     */
    static Map<String, Set<Comparable<?>>> of(CompiledModel book) {
        var cuts = new BookCuts(book);
        for (var decision : book.index().decisions()) {
            if (decision.table() == null) {
                cuts.read(decision.text());
            } else {
                cuts.read(decision);
            }
        }
        return cuts.cuts;
    }

    private void read(BookIndex.Decision decision) {
        for (var column : decision.table().columns()) {
            if (column.contextual()) {
                throw new Forest.TooIntricate("a cell with names");
            }
            if (column.reads() == null) {
                read(column.text());
            } else if (endless.containsKey(column.reads())) {
                for (var text : column.texts()) {
                    var cell = cells.read(text);
                    if (cell == null) {
                        throw new Forest.TooIntricate("a cell that calculates");
                    }
                    cut(column.reads(), cell.ends());
                }
            }
        }
        for (var row : decision.outline().rows()) {
            row.outputs().forEach(this::read);
        }
    }

    private void cut(String name, Collection<Comparable<?>> ends) {
        cuts.computeIfAbsent(endless.get(name), key -> new HashSet<>()).addAll(ends);
    }

    private void read(String expression) {
        if (endless.keySet().stream().anyMatch(expression::contains)) {
            walk(FeelParse.expression(expression, names).tree());
        }
    }

    private void walk(ASTNode node) {
        if (node instanceof InfixOpNode operation && COMPARISONS.contains(operation.getOperator())) {
            compare(List.of(operation.getLeft(), operation.getRight()));
        } else if (node instanceof BetweenNode between) {
            compare(List.of(between.getValue(), between.getStart(), between.getEnd()));
        } else if (node instanceof InNode in) {
            compare(List.of(in.getValue(), in.getExprs()));
        } else if (node instanceof NameRefNode name && endless.containsKey(name.getText())) {
            throw new Forest.TooIntricate("a calculation on an item");
        } else if (node != null) {
            for (var child : node.getChildrenNode()) {
                walk(child);
            }
        }
    }

    private void compare(List<BaseNode> sides) {
        var items = sides.stream()
                .filter(side -> side instanceof NameRefNode && endless.containsKey(side.getText()))
                .toList();
        var others = new ArrayList<>(sides);
        others.removeAll(items);
        if (items.isEmpty()) {
            sides.forEach(this::walk);
        } else if (items.size() > 1) {
            throw new Forest.TooIntricate("a comparison of items");
        } else {
            others.forEach(other -> cut(items.get(0).getText(), literals(other)));
        }
    }

    private static List<Comparable<?>> literals(BaseNode side) {
        try {
            var elements = side instanceof ListNode list ? list.getElements() : List.of(side);
            return AllowedRange.of(elements).ends();
        } catch (RuntimeException notLiteral) {
            throw new Forest.TooIntricate("a comparison with more than a literal");
        }
    }
}
