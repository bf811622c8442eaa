package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.rongcuo.dmn.AnalysisFinding.Severity;
import org.rongcuo.shared.Text;

/** What is to be said of a table by its sets: gaps, and rows that get in each other's way. */
final class RowConflicts {
    private static final int MAX_OF_A_KIND = 60;

    private final TableGrid grid;
    private final List<AnalysisFinding> findings = new ArrayList<>();
    private int overlaps;
    private boolean tooLarge;

    private RowConflicts(TableGrid grid) {
        this.grid = grid;
    }

    /**
     * What was found.
     *
     * @param findings errors and warnings
     * @param tooLarge whether the search was given up, so that there may be more
     */
    record Result(List<AnalysisFinding> findings, boolean tooLarge) {}

    static Result of(TableGrid grid) {
        var conflicts = new RowConflicts(grid);
        try {
            if (grid.singleHit()) {
                conflicts.gaps();
            }
            conflicts.duplicates();
            switch (grid.hitPolicy()) {
                case "UNIQUE", "ANY" -> conflicts.overlaps();
                case "FIRST" -> conflicts.masked();
                default -> {
                    // several rows are ordinary in a table that collects
                }
            }
        } catch (GapDiagram.TooLarge intricate) {
            conflicts.tooLarge = true;
        }
        return new Result(conflicts.findings, conflicts.tooLarge);
    }

    private void gaps() throws GapDiagram.TooLarge {
        var box = grid.columns().stream().map(column -> column.pieces().all()).toList();
        var gaps = GapDiagram.gaps(grid.rows(), box, MAX_OF_A_KIND);
        for (var gap : gaps.boxes()) {
            var facts = grid.facts(gap);
            var what = facts.isEmpty() ? new Text("任何情形", "anything") : new Text(said(facts, true), said(facts, false));
            add(
                    Severity.WARNING,
                    "gap",
                    null,
                    List.of(),
                    facts,
                    "没有一行覆盖:" + what.zh() + "。遇到时系统不给结论,转由人工研判;如应有结论,请补一行",
                    "no row covers: " + what.en()
                            + ". Such a matter is left to people (REFER); add a row if the book should answer it");
        }
        if (gaps.more()) {
            more("gap", "遗漏", "gaps");
        }
    }

    private void duplicates() {
        for (var group : grid.alike()) {
            var last = group.get(group.size() - 1);
            var same = sameOutputs(group);
            var collects = !grid.singleHit();
            if (collects && !same || grid.hitPolicy().equals("FIRST")) {
                continue;
            }
            var harmless = same && !grid.hitPolicy().equals("UNIQUE");
            add(
                    harmless ? Severity.WARNING : Severity.ERROR,
                    "duplicate-row",
                    last,
                    group,
                    List.of(),
                    numbers(group, "、") + "行的条件完全相同" + (same ? ",结果也相同;请只留一行" : ",结果却不同;请改正条件或结果"),
                    "rows " + numbers(group, ", ") + " have the same conditions"
                            + (same ? " and results: keep one" : " but different results: mend either"));
        }
    }

    private void overlaps() {
        var rows = grid.rows();
        for (var late = 1; late < rows.size(); late++) {
            for (var early = 0; early < late; early++) {
                var first = rows.get(early);
                var second = rows.get(late);
                if (!first.meets(second) || first.cells().equals(second.cells())) {
                    continue;
                }
                var same = first.outputs().equals(second.outputs());
                if (grid.hitPolicy().equals("UNIQUE") || !same) {
                    if (++overlaps > MAX_OF_A_KIND) {
                        more("overlap", "重叠", "overlaps");
                        return;
                    }
                    overlap(early + 1, late + 1, same);
                } else {
                    subsumed(early + 1, late + 1);
                }
            }
        }
    }

    private void overlap(int early, int late, boolean same) {
        var common = new ArrayList<BitSet>();
        for (var column = 0; column < grid.columns().size(); column++) {
            var both = (BitSet) grid.rows().get(early - 1).cells().get(column).clone();
            both.and(grid.rows().get(late - 1).cells().get(column));
            common.add(both);
        }
        var facts = grid.facts(common);
        var zh = facts.isEmpty() ? "任何情形" : said(facts, true);
        var en = facts.isEmpty() ? "anything" : said(facts, false);
        var outputsZh = same ? "结果相同;请缩小条件,或把命中策略改为 ANY" : "结果不同;请改正条件,使每种情形只合一行";
        var outputsEn = same
                ? "with the same results: narrow the conditions, or make the hit policy ANY"
                : "with different results: mend the conditions so that only one row fits";
        add(
                Severity.ERROR,
                "overlap",
                late,
                List.of(early, late),
                facts,
                "第" + early + "行与第" + late + "行重叠:" + zh + "。" + outputsZh,
                "rows " + early + " and " + late + " overlap: " + en + "; " + outputsEn);
    }

    /** Under ANY rows may meet if they agree; a row that lies within another then says nothing new. */
    private void subsumed(int early, int late) {
        var first = grid.rows().get(early - 1);
        var second = grid.rows().get(late - 1);
        if (first.holds(second)) {
            subsumedBy(late, early);
        } else if (second.holds(first)) {
            subsumedBy(early, late);
        }
    }

    private void subsumedBy(int inner, int outer) {
        if (grid.rows().get(inner - 1).neverMatches()) {
            return;
        }
        add(
                Severity.WARNING,
                "subsumed-row",
                inner,
                List.of(Math.min(inner, outer), Math.max(inner, outer)),
                List.of(),
                "第" + inner + "行已包含在第" + outer + "行之内,结果相同,可以删去",
                "row " + inner + " lies within row " + outer + " and has the same results: it can be removed");
    }

    /** Under FIRST a row is never reached if the rows before it, together, match whatever it matches. */
    private void masked() throws GapDiagram.TooLarge {
        for (var late = 1; late < grid.rows().size(); late++) {
            var row = grid.rows().get(late);
            if (row.neverMatches()) {
                continue;
            }
            var before = new ArrayList<TableGrid.Row>();
            var numbers = new ArrayList<Integer>();
            for (var early = 0; early < late; early++) {
                if (grid.rows().get(early).meets(row)) {
                    before.add(grid.rows().get(early));
                    numbers.add(early + 1);
                }
            }
            if (before.isEmpty() || !GapDiagram.covers(before, row.cells())) {
                continue;
            }
            var all = new ArrayList<>(numbers);
            all.add(late + 1);
            add(
                    Severity.ERROR,
                    "masked-row",
                    late + 1,
                    all,
                    List.of(),
                    "第" + (late + 1) + "行永远不会适用:前面的第" + numbers(numbers, "、") + "行已把它的情形全部占去;请调整顺序或条件",
                    "row " + (late + 1) + " is never reached: rows before it (" + numbers(numbers, ", ")
                            + ") take all that it covers; move it or mend the conditions");
        }
    }

    private boolean sameOutputs(List<Integer> numbers) {
        return numbers.stream()
                        .map(number -> grid.rows().get(number - 1).outputs())
                        .distinct()
                        .count()
                == 1;
    }

    private void more(String code, String zh, String en) {
        add(
                code.equals("gap") ? Severity.WARNING : Severity.ERROR,
                "more-" + code + "s",
                null,
                List.of(),
                List.of(),
                zh + "过多,只列出前" + MAX_OF_A_KIND + "处",
                "there are more " + en + " than the " + MAX_OF_A_KIND + " listed");
    }

    private void add(
            Severity severity,
            String code,
            Integer row,
            List<Integer> rows,
            List<AnalysisFinding.ColumnFacts> where,
            String zh,
            String en) {
        findings.add(new AnalysisFinding(
                severity,
                code,
                row == null ? grid.id() : grid.rows().get(row - 1).id(),
                grid.id(),
                row,
                rows,
                null,
                where,
                new Text("「" + grid.name() + "」表:" + zh, "table \"" + grid.name() + "\": " + en)));
    }

    /** The facts of a box in a sentence. */
    private static String said(List<AnalysisFinding.ColumnFacts> facts, boolean chinese) {
        var parts = new ArrayList<String>();
        for (var column : facts) {
            var values = column.values().stream()
                    .map(value -> chinese ? value.zh() : value.en())
                    .toList();
            parts.add("「" + column.input() + "」为" + String.join("或", values));
            if (!chinese) {
                parts.set(parts.size() - 1, "\"" + column.input() + "\" is " + String.join(" or ", values));
            }
        }
        return String.join(chinese ? "," : ", ", parts);
    }

    private static String numbers(List<Integer> numbers, String by) {
        return String.join(by, numbers.stream().map(String::valueOf).toList());
    }
}
