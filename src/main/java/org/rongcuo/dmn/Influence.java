package org.rongcuo.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much an answer to each item tells of the outcome, were all values equally likely: the entropy of the outcome less
 * that which remains on average when the item is known. One pass down the diagram and one up give it for all items.
 */
final class Influence {
    private final Forest forest;
    private final int root;
    private final Map<Object, Integer> outcomes = new HashMap<>();
    private final double[][] chances;

    /** @param forest one in which every node comes after those that it leads to, and the root last */
    Influence(Forest forest, int root) {
        this.forest = forest;
        this.root = root;
        forest.range(root).forEach(value -> outcomes.put(value, outcomes.size()));
        chances = new double[forest.size()][];
    }

    /** Ids of the variables in the diagram, the most telling first. */
    List<String> order(List<Atoms.Variable> variables) {
        if (forest.isConstant(root)) {
            return List.of();
        }
        for (var node = 0; node <= root; node++) {
            chances[node] = new double[outcomes.size()];
            var children = forest.childrenOf(node);
            for (var child : children) {
                addChances(chances[node], child, 1.0 / children.length);
            }
        }
        var gains = gains(variables.size());
        return gains.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(gain -> variables.get(gain.getKey()).id())
                .toList();
    }

    private void addChances(double[] into, int node, double weight) {
        if (forest.isConstant(node)) {
            into[outcomes.get(forest.value(node))] += weight;
        } else {
            add(into, chances[node], weight);
        }
    }

    private static void add(double[] into, double[] more, double weight) {
        for (var n = 0; n < into.length; n++) {
            into[n] += weight * more[n];
        }
    }

    private Map<Integer, Double> gains(int variables) {
        var reach = new double[root + 1];
        reach[root] = 1;
        // By variable: the outcome on the paths that meet it, overall and for each of its values.
        var meeting = new double[variables][];
        var given = new double[variables][][];
        for (var node = root; node >= 0; node--) {
            if (reach[node] == 0) {
                continue;
            }
            var variable = forest.variableOf(node);
            var children = forest.childrenOf(node);
            if (meeting[variable] == null) {
                meeting[variable] = new double[outcomes.size()];
                given[variable] = new double[children.length][outcomes.size()];
            }
            add(meeting[variable], chances[node], reach[node]);
            for (var n = 0; n < children.length; n++) {
                addChances(given[variable][n], children[n], reach[node]);
                if (!forest.isConstant(children[n])) {
                    reach[children[n]] += reach[node] / children.length;
                }
            }
        }
        var gains = new TreeMap<Integer, Double>();
        for (var variable = 0; variable < variables; variable++) {
            if (meeting[variable] != null) {
                gains.put(variable, gain(meeting[variable], given[variable]));
            }
        }
        return gains;
    }

    private double gain(double[] meeting, double[][] given) {
        var rest = 0.0;
        for (var answer : given) {
            add(answer, chances[root], 1);
            add(answer, meeting, -1);
            rest += entropy(answer) / given.length;
        }
        // What is equal but for rounding ranks as equal.
        return Math.rint((entropy(chances[root]) - rest) * 1e9);
    }

    private static double entropy(double[] chances) {
        var entropy = 0.0;
        for (var chance : chances) {
            entropy -= chance <= 0 ? 0 : chance * Math.log(chance);
        }
        return entropy;
    }
}
