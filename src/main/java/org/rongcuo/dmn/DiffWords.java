package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rongcuo.dmn.DecisionChange.ColumnChange;
import org.rongcuo.dmn.DecisionChange.ColumnSide;
import org.rongcuo.dmn.DecisionChange.ConditionChange;
import org.rongcuo.dmn.DecisionChange.OutputChange;
import org.rongcuo.dmn.DecisionChange.RowChange;
import org.rongcuo.dmn.DecisionChange.RowPlace;
import org.rongcuo.dmn.ItemChange.ValuesChange;
import org.rongcuo.shared.Text;

/** Changes in sentences, as policy staff would tell them to each other. */
final class DiffWords {
    /** Codes that a field may hold, in words. */
    private static final Map<String, Text> CODES = Map.ofEntries(
            Map.entry("STRING", new Text("文字", "text")),
            Map.entry("NUMBER", new Text("数字", "number")),
            Map.entry("BOOLEAN", new Text("是否", "yes or no")),
            Map.entry("DATE", new Text("日期", "date")),
            Map.entry("CASE", new Text("全案一答", "once for the case")),
            Map.entry("SUBJECT", new Text("逐人作答", "for each subject")),
            Map.entry("ANSWER", new Text("核实作答", "answer")),
            Map.entry("FILING", new Text("事前备案", "filing")),
            Map.entry("CORRECTION", new Text("纠错情况", "correction")),
            Map.entry("HISTORY", new Text("既往记录", "history")),
            Map.entry("true", new Text("是", "yes")),
            Map.entry("false", new Text("否", "no")));

    private DiffWords() {}

    static Text summary(List<FieldChange> fields, List<ItemChange> items, List<DecisionChange> decisions) {
        if (fields.isEmpty() && items.isEmpty() && decisions.isEmpty()) {
            return new Text("两个版本的规则相同", "The two versions hold the same rules");
        }
        var parts = parts(fields);
        counted(parts, "核实事项", "items", items.stream().map(ItemChange::kind).toList());
        counted(
                parts,
                "决策",
                "decisions",
                decisions.stream().map(DecisionChange::kind).toList());
        counted(
                parts,
                "表中的行",
                "rows",
                decisions.stream()
                        .flatMap(decision -> decision.rows().stream())
                        .map(RowChange::kind)
                        .toList());
        return joined(parts);
    }

    static Text item(String name, String question, ChangeKind kind, List<FieldChange> fields, ValuesChange values) {
        if (kind != ChangeKind.CHANGED) {
            return kind == ChangeKind.ADDED
                    ? new Text(
                            "新增核实事项「" + name + "」:" + Findings.quote(question),
                            "New item \"" + name + "\": " + Findings.quote(question))
                    : new Text("删去核实事项「" + name + "」", "Item \"" + name + "\" removed");
        }
        var parts = parts(fields);
        values(parts, values);
        return told(new Text("核实事项「" + name + "」", "Item \"" + name + "\""), parts);
    }

    static Text decision(
            String name,
            ChangeKind kind,
            List<FieldChange> fields,
            ValuesChange values,
            List<ColumnChange> columns,
            List<RowChange> rows) {
        if (kind != ChangeKind.CHANGED) {
            var size = rows.isEmpty() ? "" : "(" + rows.size() + " 行)";
            var sizeEn = rows.isEmpty() ? "" : " (" + rows.size() + " rows)";
            return kind == ChangeKind.ADDED
                    ? new Text("新增决策「" + name + "」" + size, "New decision \"" + name + "\"" + sizeEn)
                    : new Text("删去决策「" + name + "」" + size, "Decision \"" + name + "\" removed" + sizeEn);
        }
        var parts = parts(fields);
        values(parts, values);
        columns.forEach(column -> parts.add(column.text()));
        counted(parts, "行", "rows", rows.stream().map(RowChange::kind).toList());
        return told(new Text("决策「" + name + "」", "Decision \"" + name + "\""), parts);
    }

    static Text column(ColumnSide side, String called, ChangeKind kind, List<FieldChange> fields) {
        var column = new Text(
                (side == ColumnSide.INPUT ? "条件列" : "结果列") + "「" + called + "」",
                (side == ColumnSide.INPUT ? "input column" : "output column") + " \"" + called + "\"");
        return switch (kind) {
            case ADDED -> new Text("新增" + column.zh(), "new " + column.en());
            case REMOVED -> new Text("删去" + column.zh(), column.en() + " removed");
            default -> told(column, parts(fields));
        };
    }

    static Text row(
            String decision,
            ChangeKind kind,
            Pair<RowPlace> places,
            boolean moved,
            List<ConditionChange> conditions,
            List<OutputChange> outputs,
            List<FieldChange> fields) {
        var table = new Text("「" + decision + "」", "\"" + decision + "\"");
        if (!places.whole()) {
            return whole(table, kind, places.latest().number(), conditions, outputs);
        }
        var was = places.before().number();
        var is = places.after().number();
        var parts = new ArrayList<Text>();
        conditions.forEach(change -> parts.add(condition(change)));
        outputs.forEach(change -> parts.add(output(change, decision)));
        parts.addAll(parts(fields));
        if (moved) {
            parts.add(new Text("次序由第" + was + "行移至第" + is + "行", "moved from row " + was + " to row " + is));
        }
        var elsewhere = was != is && !moved;
        return told(
                new Text(
                        table.zh() + "第" + is + "行" + (elsewhere ? "(原第" + was + "行)" : ""),
                        table.en() + " row " + is + (elsewhere ? " (row " + was + " before)" : "")),
                parts);
    }

    /** A row that is new or gone, by all that it says. */
    private static Text whole(
            Text table, ChangeKind kind, int number, List<ConditionChange> conditions, List<OutputChange> outputs) {
        var added = kind == ChangeKind.ADDED;
        var when = conditions.isEmpty()
                ? new Text("无条件", "without condition")
                : joined(
                        conditions.stream()
                                .map(each -> Text.same(each.column() + quoted(added ? each.after() : each.before())))
                                .toList(),
                        "、",
                        " and ");
        var then = joined(
                outputs.stream()
                        .map(each -> Text.same(quoted(added ? each.after() : each.before())))
                        .toList(),
                "、",
                ", ");
        return new Text(
                table.zh() + (added ? "新增第" : "删去原第") + number + "行:条件为" + when.zh() + ",结果为" + then.zh(),
                table.en() + (added ? " new row " : " row removed, formerly ") + number + ": if " + when.en() + " then "
                        + then.en());
    }

    private static Text condition(ConditionChange change) {
        var before = quoted(change.before());
        var after = quoted(change.after());
        var verb = verb(change.direction());
        return new Text(
                change.column() + " 条件由" + before + verb.zh() + "为" + after
                        + switch (change.direction()) {
                            case EQUIVALENT -> ",含义不变";
                            case UNKNOWN -> ",宽严须人工判断";
                            default -> "";
                        },
                change.column() + " " + verb.en() + " from " + before + " to " + after
                        + switch (change.direction()) {
                            case EQUIVALENT -> ", with the same meaning";
                            case UNKNOWN -> ", narrower or wider is for people to judge";
                            default -> "";
                        });
    }

    /** @param decision its name, which most output columns go by */
    private static Text output(OutputChange change, String decision) {
        var column = change.column().equals(decision) ? "" : change.column() + " ";
        var said = changed(change.before(), change.after());
        return new Text(column + "结果" + said.zh(), column + "output " + said.en());
    }

    private static Text verb(Direction direction) {
        return switch (direction) {
            case NARROWED -> new Text("收紧", "narrowed");
            case WIDENED -> new Text("放宽", "widened");
            case EQUIVALENT -> new Text("改写", "rewritten");
            case OTHER, UNKNOWN -> new Text("改", "changed");
        };
    }

    private static void values(List<Text> parts, ValuesChange values) {
        if (values == null) {
            return;
        }
        if (!values.added().isEmpty()) {
            var words = quoted(String.join("、", values.added()));
            parts.add(new Text("可选值增加" + words, "admissible values added: " + words));
        }
        if (!values.removed().isEmpty()) {
            var words = quoted(String.join("、", values.removed()));
            parts.add(new Text("可选值删去" + words, "admissible values removed: " + words));
        }
        var ranges = new Pair<>(values.rangeBefore(), values.rangeAfter());
        if (!ranges.same()) {
            var verb = verb(values.direction() == null ? Direction.UNKNOWN : values.direction());
            parts.add(new Text(
                    "取值范围由" + range(ranges.before(), "任意") + verb.zh() + "为" + range(ranges.after(), "任意"),
                    "range " + verb.en() + " from " + range(ranges.before(), "any") + " to "
                            + range(ranges.after(), "any")));
        }
    }

    private static String range(String feel, String any) {
        return quoted(feel == null ? any : feel);
    }

    private static List<Text> parts(List<FieldChange> fields) {
        return fields.stream()
                .map(field -> {
                    var said = changed(field.before(), field.after());
                    var words = field.field().words();
                    return new Text(words.zh() + said.zh(), words.en() + " " + said.en());
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Text changed(String before, String after) {
        if (before == null || before.isBlank()) {
            return new Text("补为" + coded(after).zh(), "set to " + coded(after).en());
        }
        if (after == null || after.isBlank()) {
            return new Text(
                    "删去(原为" + coded(before).zh() + ")",
                    "dropped (was " + coded(before).en() + ")");
        }
        return new Text(
                "由" + coded(before).zh() + "改为" + coded(after).zh(),
                "changed from " + coded(before).en() + " to " + coded(after).en());
    }

    private static Text coded(String said) {
        var code = CODES.getOrDefault(said, Text.same(said));
        return new Text(quoted(code.zh()), quoted(code.en()));
    }

    /** So in both languages, for FEEL texts hold quotation marks themselves. */
    private static String quoted(String text) {
        return "「" + Findings.quote(text) + "」";
    }

    private static void counted(List<Text> parts, String zh, String en, List<ChangeKind> kinds) {
        var counts = new ArrayList<Text>();
        for (var kind : ChangeKind.values()) {
            var count = kinds.stream().filter(each -> each == kind).count();
            if (count > 0) {
                counts.add(new Text(
                        word(kind).zh() + " " + count, count + " " + word(kind).en()));
            }
        }
        if (!counts.isEmpty()) {
            var list = joined(counts, "、", ", ");
            parts.add(new Text(zh + list.zh(), en + ": " + list.en()));
        }
    }

    private static Text word(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> new Text("新增", "added");
            case REMOVED -> new Text("删去", "removed");
            case CHANGED -> new Text("改动", "changed");
            case MOVED -> new Text("移动", "moved");
        };
    }

    private static Text told(Text what, List<Text> parts) {
        var list = joined(parts);
        return new Text(what.zh() + ":" + list.zh(), what.en() + ": " + list.en());
    }

    private static Text joined(List<Text> parts) {
        return joined(parts, ";", "; ");
    }

    private static Text joined(List<Text> parts, String zh, String en) {
        return new Text(
                parts.stream().map(Text::zh).collect(Collectors.joining(zh)),
                parts.stream().map(Text::en).collect(Collectors.joining(en)));
    }
}
