package org.rongcuo.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How much an answer to each item tells of the outcome, were all values equally likely: the entropy of the outcome less
 * that which remains on average when the item is known. One pass down the diagram and one up give it for all items.
 */
final class Influence {
    private final Forest forest;
    private final int root;
    private final Map<Object, Integer> outcomes = new HashMap<>();
    private final Map<Integer, double[]> chances = new HashMap<>();

    Influence(Forest forest, int root) {
        this.forest = forest;
        this.root = root;
        forest.range(root).forEach(value -> outcomes.put(value, outcomes.size()));
    }

    /** Ids of the variables in the diagram, the most telling first. */
    List<String> order(List<Atoms.Variable> variables) {
        if (forest.isConstant(root)) {
            return List.of();
        }
        var overall = chances(root);
        var gains = gains(overall);
        return gains.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(gain -> variables.get(gain.getKey()).id())
                .toList();
    }

    private double[] chances(int node) {
        var known = chances.get(node);
        if (known == null) {
            known = new double[outcomes.size()];
            if (forest.isConstant(node)) {
                known[outcomes.get(forest.value(node))] = 1;
            } else {
                var children = forest.childrenOf(node);
                for (var child : children) {
                    add(known, chances(child), 1.0 / children.length);
                }
            }
            chances.put(node, known);
        }
        return known;
    }

    private static void add(double[] into, double[] more, double weight) {
        for (var n = 0; n < into.length; n++) {
            into[n] += weight * more[n];
        }
    }

    private Map<Integer, Double> gains(double[] overall) {
        // A node's variable comes before those of its children: nodes in the order of variables are reached from above.
        var reach = new TreeMap<Integer, Map<Integer, Double>>();
        reach(reach, root, 1);
        var gains = new TreeMap<Integer, Double>();
        while (!reach.isEmpty()) {
            var level = reach.pollFirstEntry();
            var variable = level.getKey();
            double[][] given = null;
            var passing = overall.clone();
            for (var node : level.getValue().entrySet()) {
                var children = forest.childrenOf(node.getKey());
                given = given == null ? new double[children.length][overall.length] : given;
                add(passing, chances(node.getKey()), -node.getValue());
                for (var n = 0; n < children.length; n++) {
                    add(given[n], chances(children[n]), node.getValue());
                    reach(reach, children[n], node.getValue() / children.length);
                }
            }
            var rest = 0.0;
            for (var answer : given) {
                add(answer, passing, 1);
                rest += entropy(answer) / given.length;
            }
            gains.put(variable, entropy(overall) - rest);
        }
        return gains;
    }

    private void reach(Map<Integer, Map<Integer, Double>> reach, int node, double chance) {
        if (!forest.isConstant(node)) {
            reach.computeIfAbsent(forest.variableOf(node), key -> new HashMap<>())
                    .merge(node, chance, Double::sum);
        }
    }

    private static double entropy(double[] chances) {
        return -IntStream.range(0, chances.length)
                .mapToDouble(n -> chances[n] <= 0 ? 0 : chances[n] * Math.log(chances[n]))
                .sum();
    }
}
