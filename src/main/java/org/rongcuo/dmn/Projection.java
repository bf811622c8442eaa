package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** Which values of each variable occur where a diagram leads to a wanted value: a pass over its nodes. */
final class Projection {
    private final Forest forest;
    private final int[] sizes;
    private final Fruitful fruitful;
    private final BitSet seen = new BitSet();
    private final List<BitSet> reached = new ArrayList<>();

    /** @param sizes how many values each variable has */
    Projection(Forest forest, int[] sizes, Predicate<Object> wanted) {
        this.forest = forest;
        this.sizes = sizes;
        this.fruitful = new Fruitful(forest, wanted);
        for (var n = 0; n < sizes.length; n++) {
            reached.add(new BitSet());
        }
    }

    /** For each variable the values that occur; all empty if nothing wanted is there. */
    List<BitSet> of(int root) {
        if (fruitful.is(root)) {
            skip(0, root);
            visit(root);
        }
        return reached;
    }

    private void visit(int node) {
        if (forest.isConstant(node) || seen.get(node)) {
            return;
        }
        seen.set(node);
        var variable = forest.variableOf(node);
        var children = forest.childrenOf(node);
        for (var n = 0; n < children.length; n++) {
            if (fruitful.is(children[n])) {
                reached.get(variable).set(n);
                skip(variable + 1, children[n]);
                visit(children[n]);
            }
        }
    }

    /** Variables that a way passes over may have any value on it. */
    private void skip(int from, int node) {
        var to = forest.isConstant(node) ? sizes.length : forest.variableOf(node);
        for (var variable = from; variable < to; variable++) {
            reached.get(variable).set(0, sizes[variable]);
        }
    }
}
