package org.rongcuo.dmn;

import java.util.*;
import org.junit.jupiter.api.Test;
import java.nio.charset.StandardCharsets;
import java.util.function.*;

class CostProbeTest {
    static Random r = new Random(7);
    static String num(int max) { int a = r.nextInt(max), b = a + 1 + r.nextInt(max - a); return "[" + a + ".." + b + ")"; }
    static String narrow(int max, int w) { int a = r.nextInt(max); return "[" + a + ".." + (a + 1 + r.nextInt(w)) + ")"; }
    static String half(int max) { return (r.nextBoolean() ? ">= " : "< ") + r.nextInt(max); }
    static String word() { var s = new ArrayList<String>(); for (var w : List.of("丙","甲","乙","丁")) if (r.nextBoolean()) s.add("\"" + w + "\""); return s.isEmpty() ? "-" : String.join(",", s); }

    static long run(String name, String policy, String type, int cols, int rows, Supplier<String> cell, Function<Integer,String> out) {
        var types = new String[cols]; Arrays.fill(types, type);
        var t = OneTable.of(policy, types);
        for (int i = 0; i < rows; i++) { var c = new String[cols + 1]; for (int k = 0; k < cols; k++) c[k] = cell.get(); c[cols] = out.apply(i); t.row(c); }
        try {
        var model = Books.admit(t.xml(), BookKind.STATUTE);
        var document = new ElementAllowList(new Findings()).clean(XmlIntake.read(model.xml().getBytes(StandardCharsets.UTF_8)));
        CanonicalXml.declareNamespaces(document);
        var definitions = document.getDocumentElement();
        var reading = new GridReader(definitions, new ModelTypes(definitions, new Findings())).read(Nodes.children(definitions, "decision").get(0));
        long a = System.nanoTime();
        var rc = RowConflicts.of(reading.grid());
        long b = System.nanoTime();
        long cost = EngineCost.of(reading.grid());
        long c = System.nanoTime();
        System.out.printf("%s %s %dx%d cost=%d own=%dms(%s) est=%dms", name, policy, cols, rows, cost, (b-a)/1000000, rc.tooLarge(), (c-b)/1000000); System.out.flush();
        if (cost > EngineCost.MAX) { System.out.println(" OVER"); return cost; }
        long d = System.nanoTime();
        var o = new EngineTables(document).objection(reading.grid());
        long e = System.nanoTime();
        System.out.printf(" engine=%dms units/ms=%d %s%n", (e-d)/1000000, cost / Math.max(1,(e-d)/1000000), o == null ? "" : o.cause().en());
        return cost;
        } catch (ModelRefused m) { System.out.println(name + " refused " + m.getMessage() + m.findings().get(0)); return Long.MAX_VALUE; }
    }
    @Test void probe() {
        Function<Integer,String> same = i -> "免责"; Function<Integer,String> two = i -> i % 2 == 0 ? "免责" : "不适用";
        for (var p : List.of("UNIQUE", "FIRST")) {
            for (int n : new int[] {10, 20, 30, 40, 60, 80}) if (run("num", p, "number", 5, n, () -> num(1000), two) > EngineCost.MAX) break;
            for (int n : new int[] {10, 20, 40, 80, 160, 320}) if (run("num3", p, "number", 3, n, () -> num(1000), two) > EngineCost.MAX) break;
            for (int n : new int[] {20, 40, 80, 160, 320, 640}) if (run("narrow5", p, "number", 5, n, () -> narrow(1000, 30), two) > EngineCost.MAX) break;
            for (int n : new int[] {10, 20, 40, 80, 160}) if (run("half4", p, "number", 4, n, () -> half(1000), two) > EngineCost.MAX) break;
            for (int n : new int[] {10, 20, 40, 80, 160}) if (run("word6", p, "丙甲乙丁", 6, n, () -> word(), two) > EngineCost.MAX) break;
            for (int n : new int[] {10, 20, 40, 80}) if (run("word10", p, "丙甲乙丁", 10, n, () -> word(), two) > EngineCost.MAX) break;
            for (int n : new int[] {50, 100, 200, 400, 800, 1600}) if (run("num1", p, "number", 1, n, () -> num(100000), two) > EngineCost.MAX) break;
            for (int n : new int[] {50, 100, 200, 400, 800}) if (run("dash", p, "number", 2, n, () -> r.nextInt(3) == 0 ? "-" : narrow(1000, 20), two) > EngineCost.MAX) break;
        }
        for (int n : new int[] {50, 100, 200, 400, 800, 1600}) if (run("coll", "COLLECT", "number", 2, n, () -> narrow(100000, 2000), same) > EngineCost.MAX) break;
        for (int n : new int[] {50, 100, 200, 400, 800, 1600}) if (run("collw", "COLLECT", "丙甲乙丁", 5, n, () -> word(), same) > EngineCost.MAX) break;
        int[] k = {0};
        for (int n : new int[] {50, 100, 200, 400, 800, 1600}) { k[0] = 0; if (run("chain", "UNIQUE", "number", 1, n, () -> "[" + (k[0]) + ".." + (++k[0]) + ")", same) > EngineCost.MAX) break; }
        for (int n : new int[] {50, 100, 200, 400, 800, 1600}) { k[0] = 0; if (run("chain2", "COLLECT", "number", 1, n, () -> "[" + (k[0]) + ".." + (++k[0]) + ")", same) > EngineCost.MAX) break; }
    }
}
