package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.DecisionOutline;
import org.rongcuo.dmn.ModelOutline;
import org.rongcuo.dmn.RowOutline;
import org.rongcuo.shared.Text;

/**
 * The lists in force for a place and field on a date, as people read them.
 *
 * @param field null when none was asked for
 * @param subjectStatus null when none was asked for
 * @param layers most specific first; the first TOLERANCE book speaks
 * @param questions the questions of all layers, an item once, as the most specific book asks it
 */
record RuleLists(
        LocalDate on,
        String jurisdiction,
        @Nullable String field,
        @Nullable SubjectStatus subjectStatus,
        List<Layer> layers,
        List<ItemView> questions) {
    private static final String ENTITLED = "\"免责\"";

    /** A word of FEEL in quotes. */
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

    /**
     * One version in force.
     *
     * @param policy {@code <jurisdiction>/<name>}
     * @param positive 正面清单: what may be tolerated; of a statute, what it exempts
     * @param negative 负面清单: what is never tolerated by the table
     */
    @Schema(name = "RuleListLayer")
    record Layer(
            String policy,
            int version,
            Text title,
            BookKind kind,
            boolean speaking,
            LocalDate effectiveFrom,
            List<Entry> positive,
            List<Entry> negative) {
        static Layer of(PolicyVersion version, boolean speaking, ModelOutline model) {
            var positive = version.policy().kind() == BookKind.STATUTE
                    ? rows(model, "tolerability")
                            .filter(row -> row.row.outputs().contains(ENTITLED))
                    : rows(model, "circumstances");
            return new Layer(
                    version.policy().key(),
                    version.number(),
                    version.policy().title(),
                    version.policy().kind(),
                    speaking,
                    version.effectiveFrom(),
                    positive.map(Entry::of).toList(),
                    rows(model, "bottomLine").map(Entry::of).toList());
        }
    }

    /**
     * A row of a list.
     *
     * @param number its place in the table, from 1
     * @param text what it says
     * @param basis the article it rests on (依据)
     * @param note the row in plain words (说明)
     * @param conditions all of which must hold
     * @param catchAll 兜底条款: alone it only leads to consultation
     */
    @Schema(name = "RuleListEntry")
    record Entry(
            String id,
            int number,
            String text,
            String basis,
            String note,
            List<Condition> conditions,
            boolean catchAll) {
        static Entry of(Row found) {
            var row = found.row;
            List<Condition> conditions = new ArrayList<>();
            for (int i = 0; i < row.conditions().size(); i++) {
                if (!row.conditions().get(i).equals("-")) {
                    conditions.add(new Condition(
                            found.decision.columns().get(i),
                            plain(row.conditions().get(i))));
                }
            }
            return new Entry(
                    row.id(),
                    row.number(),
                    String.join(
                            "、", row.outputs().stream().map(RuleLists::plain).toList()),
                    row.basis(),
                    row.note(),
                    conditions,
                    row.catchAll());
        }
    }

    /** @param column what is looked at; @param test what it must be */
    @Schema(name = "RuleListCondition")
    record Condition(String column, String test) {}

    private record Row(DecisionOutline decision, RowOutline row) {}

    private static Stream<Row> rows(ModelOutline model, String decision) {
        return model.decision(decision).stream()
                .flatMap(table -> table.rows().stream().map(row -> new Row(table, row)));
    }

    /** A FEEL text as people read it: words without quotes, alternatives by 、, yes and no in Chinese; the rest as it stands. */
    static String plain(String feel) {
        var text = feel.strip();
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? "是" : "否";
        }
        var not = NOT.matcher(text);
        if (not.matches()) {
            return "「" + plain(not.group(1)) + "」以外";
        }
        return WORD.matcher(text.replaceAll("\"\\s*,\\s*\"", "\"、\"")).replaceAll("$1");
    }
}
