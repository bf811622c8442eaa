package org.rongcuo.dmn;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Multi-valued decision diagrams over variables in a fixed order: each a function of the variables, stored such that equal
 * functions are the same node, so that a function depends on a variable if and only if the variable is in its diagram
 * (R. Bryant's reduction, for variables of several values and any terminals). Gives up with {@link TooIntricate} at a number
 * of nodes or of steps. Used by one thread while it grows.
 */
final class Forest {
    /** Measured: the chain of a seed district takes 141,000 while it grows; as many as this take about 60 MiB. */
    static final int MAX_NODES = 300_000;

    /** Of one operation and of all together; a step keeps 24 bytes while its operation lasts. */
    private static final int MAX_STEPS = 4_000_000;

    /** Of the thread that lets it grow: a table of thousands of rows takes long before it has many nodes. */
    private static final long MAX_NANOSECONDS = 6_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int BITS = 21;
    private static final int HALF = 1 << BITS - 1;

    private final int[] sizes;
    private final Map<Object, Integer> terminals = new HashMap<>();
    private final List<Object> values = new ArrayList<>();
    private final Map<Key, Integer> unique = new HashMap<>();
    private final List<Key> nodes = new ArrayList<>();
    private final long begun = THREADS.getCurrentThreadCpuTime();
    private long steps;

    /** A node: its variable, and where each value leads. Nodes count from 0 up, terminals from -1 down. */
    private static final class Key {
        final int variable;
        final int[] children;
        private final int hash;

        Key(int variable, int[] children) {
            this.variable = variable;
            this.children = children;
            this.hash = 31 * Arrays.hashCode(children) + variable;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.variable == variable && Arrays.equals(key.children, children);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** The diagram became too large: what was asked is not proven. */
    static final class TooIntricate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooIntricate(String message) {
            super(message, null, false, false);
        }
    }

    /** @param sizes how many values each variable has, in the order of the variables */
    Forest(int[] sizes) {
        this.sizes = sizes.clone();
    }

    /** The function that is this value everywhere. */
    int constant(Object value) {
        var known = terminals.get(value);
        if (known == null) {
            if (values.size() >= MAX_NODES) {
                throw new TooIntricate("values");
            }
            values.add(value);
            known = -values.size();
            terminals.put(value, known);
        }
        return known;
    }

    /** The function of one variable. @param value for each of its values, by number */
    int variable(int variable, IntFunction<Object> value) {
        var children = new int[sizes[variable]];
        for (var n = 0; n < children.length; n++) {
            children[n] = constant(value.apply(n));
        }
        return node(variable, children);
    }

    boolean isConstant(int node) {
        return node < 0;
    }

    /** The value of a constant. */
    Object value(int constant) {
        return values.get(-constant - 1);
    }

    int variableOf(int node) {
        return nodes.get(node).variable;
    }

    int[] childrenOf(int node) {
        return nodes.get(node).children;
    }

    int size() {
        return nodes.size();
    }

    private int node(int variable, int[] children) {
        var first = children[0];
        var same = true;
        for (var child : children) {
            same &= child == first;
        }
        if (same) {
            return first;
        }
        var key = new Key(variable, children);
        var known = unique.get(key);
        if (known == null) {
            known = nodes.size();
            if (known >= MAX_NODES) {
                throw new TooIntricate("nodes");
            }
            nodes.add(key);
            unique.put(key, known);
        }
        return known;
    }

    private void step() {
        if (++steps > MAX_STEPS) {
            throw new TooIntricate("steps");
        }
        if (steps % 64 == 0
                && (THREADS.getCurrentThreadCpuTime() - begun > MAX_NANOSECONDS
                        || Thread.currentThread().isInterrupted())) {
            throw new TooIntricate("time");
        }
    }

    /** The function of a function's value. */
    int map(int node, UnaryOperator<Object> function) {
        return map(node, function, new StepMemo());
    }

    private int map(int node, UnaryOperator<Object> function, StepMemo done) {
        var known = done.get(node);
        if (known == StepMemo.UNKNOWN) {
            step();
            if (node < 0) {
                known = constant(function.apply(value(node)));
            } else {
                var children = nodes.get(node).children.clone();
                for (var n = 0; n < children.length; n++) {
                    children[n] = map(children[n], function, done);
                }
                known = node(nodes.get(node).variable, children);
            }
            done.put(node, known);
        }
        return known;
    }

    /** The function of two functions' values. */
    int combine(int left, int right, BinaryOperator<Object> function) {
        return new Combination(function).of(left, right);
    }

    private final class Combination {
        private final BinaryOperator<Object> function;
        private final StepMemo done = new StepMemo();

        Combination(BinaryOperator<Object> function) {
            this.function = function;
        }

        int of(int left, int right) {
            var key = (long) left << 32 | right & 0xffffffffL;
            var known = done.get(key);
            if (known == StepMemo.UNKNOWN) {
                step();
                known = work(left, right);
                done.put(key, known);
            }
            return known;
        }

        private int work(int left, int right) {
            if (left < 0 && right < 0) {
                return constant(function.apply(value(left), value(right)));
            }
            var a = left < 0 ? Integer.MAX_VALUE : nodes.get(left).variable;
            var b = right < 0 ? Integer.MAX_VALUE : nodes.get(right).variable;
            var variable = Math.min(a, b);
            var children = new int[sizes[variable]];
            for (var n = 0; n < children.length; n++) {
                children[n] = of(
                        a == variable ? nodes.get(left).children[n] : left,
                        b == variable ? nodes.get(right).children[n] : right);
            }
            return node(variable, children);
        }
    }

    int or(int left, int right) {
        return combine(left, right, (a, b) -> Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b));
    }

    int and(int left, int right) {
        return combine(left, right, Forest::both);
    }

    private static Object both(Object left, Object right) {
        return Boolean.TRUE.equals(left) && Boolean.TRUE.equals(right);
    }

    /** One function where a truth is true, another where it is not. */
    int choose(int truth, int yes, int no) {
        return new Choice().of(truth, yes, no);
    }

    private final class Choice {
        private final StepMemo done = new StepMemo();

        int of(int truth, int yes, int no) {
            if (truth < 0) {
                return Boolean.TRUE.equals(value(truth)) ? yes : no;
            }
            if (yes == no) {
                return yes;
            }
            var key = packed(truth) << 2 * BITS | packed(yes) << BITS | packed(no);
            var known = done.get(key);
            if (known == StepMemo.UNKNOWN) {
                step();
                known = work(truth, yes, no);
                done.put(key, known);
            }
            return known;
        }

        private int work(int truth, int yes, int no) {
            var variable = Math.min(top(truth), Math.min(top(yes), top(no)));
            var children = new int[sizes[variable]];
            for (var n = 0; n < children.length; n++) {
                children[n] = of(child(truth, variable, n), child(yes, variable, n), child(no, variable, n));
            }
            return node(variable, children);
        }
    }

    /** The truth that a truth holds whatever the values of some variables are. */
    int forAll(int node, BitSet variables) {
        var both = new Combination(Forest::both);
        return forAll(node, variables, both, new HashMap<>());
    }

    private int forAll(int node, BitSet variables, Combination both, Map<Integer, Integer> done) {
        if (node < 0) {
            return node;
        }
        var known = done.get(node);
        if (known == null) {
            step();
            var variable = nodes.get(node).variable;
            var children = nodes.get(node).children.clone();
            for (var n = 0; n < children.length; n++) {
                children[n] = forAll(children[n], variables, both, done);
            }
            known = variables.get(variable)
                    ? Arrays.stream(children).reduce(constant(true), both::of)
                    : node(variable, children);
            done.put(node, known);
        }
        return known;
    }

    /** A node or constant in as many bits as fit three times into a long. */
    private static long packed(int node) {
        return node + HALF & (1L << BITS) - 1;
    }

    private int top(int node) {
        return node < 0 ? Integer.MAX_VALUE : nodes.get(node).variable;
    }

    private int child(int node, int variable, int value) {
        return top(node) == variable ? nodes.get(node).children[value] : node;
    }

    /** The values that the function can have. */
    List<Object> range(int node) {
        var range = new ArrayList<Object>();
        var seen = new BitSet();
        var constants = new BitSet();
        range(node, seen, constants, range);
        return range;
    }

    private void range(int node, BitSet seen, BitSet constants, List<Object> into) {
        if (node < 0) {
            if (!constants.get(-node)) {
                constants.set(-node);
                into.add(value(node));
            }
            return;
        }
        if (!seen.get(node)) {
            seen.set(node);
            for (var child : nodes.get(node).children) {
                range(child, seen, constants, into);
            }
        }
    }

    /** The function with some variables fixed, in another forest. @param known the value of each variable, -1 for none */
    int restrict(int node, int[] known, Forest into) {
        return move(node, known, into, new Moved(nodes.size(), values.size()));
    }

    /** The same function in another forest, without all that it was made of. */
    int copy(int node, Forest into) {
        var nothing = new int[sizes.length];
        Arrays.fill(nothing, -1);
        return restrict(node, nothing, into);
    }

    /** Where nodes and constants have been moved to. */
    private static final class Moved {
        private static final int NOWHERE = Integer.MIN_VALUE;

        private final int[] nodes;
        private final int[] constants;

        Moved(int nodes, int constants) {
            this.nodes = new int[nodes];
            this.constants = new int[constants];
            Arrays.fill(this.nodes, NOWHERE);
            Arrays.fill(this.constants, NOWHERE);
        }
    }

    private int move(int node, int[] fixed, Forest into, Moved moved) {
        if (node < 0) {
            var known = moved.constants[-node - 1];
            if (known == Moved.NOWHERE) {
                known = into.constant(value(node));
                moved.constants[-node - 1] = known;
            }
            return known;
        }
        var known = moved.nodes[node];
        if (known == Moved.NOWHERE) {
            var variable = nodes.get(node).variable;
            var children = nodes.get(node).children;
            if (fixed[variable] >= 0) {
                known = move(children[fixed[variable]], fixed, into, moved);
            } else {
                var there = new int[children.length];
                for (var n = 0; n < there.length; n++) {
                    there[n] = move(children[n], fixed, into, moved);
                }
                known = into.node(variable, there);
            }
            moved.nodes[node] = known;
        }
        return known;
    }
}
