package org.rongcuo.dmn;

import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * A property that says something else.
 *
 * @param before null where nothing was said
 * @param after null where nothing is said any more
 */
public record FieldChange(
        ChangedField field,
        @Nullable String before,
        @Nullable String after) {
    /** Properties of books, items, decisions, columns and rows. */
    public enum ChangedField {
        NAME("名称", "name"),
        QUESTION("问题", "question"),
        TYPE("类型", "type"),
        GROUP("分组", "group"),
        EVIDENCE("证明材料", "evidence"),
        /** 依据: the legal source of an item, the article of a row. */
        BASIS("依据", "basis"),
        SCOPE("作答范围", "scope"),
        SOURCE("事实来源", "source"),
        HIT_POLICY("命中策略", "hit policy"),
        /** The text of a decision that is an expression. */
        EXPRESSION("表达式", "expression"),
        LABEL("列名", "label"),
        /** The values that a column admits by itself. */
        VALUES("列的可选值", "values of the column"),
        /** 说明. */
        NOTE("说明", "note"),
        /** 生效. */
        SINCE("生效", "since"),
        /** Whether a row is a 兜底条款: {@code true} or {@code false}. */
        CATCH_ALL("兜底条款", "catch-all");

        private final Text words;

        ChangedField(String zh, String en) {
            this.words = new Text(zh, en);
        }

        Text words() {
            return words;
        }
    }
}
