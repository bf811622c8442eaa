package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.rongcuo.shared.Text;

/**
 * A checklist item (核实清单), an {@code inputData} of the model. Policy contract, "What a model holds".
 *
 * @param id the API's key, {@code [A-Za-z_][A-Za-z0-9_]*}
 * @param name its name and that of its variable, in Chinese
 * @param question the question to be verified; the name where the model has none
 * @param type what kind of value answers it
 * @param allowedValues the admissible words of a string item, in the model's order; empty otherwise
 * @param range the FEEL text of the allowed values of a number or date item; null if any value will do
 * @param group dimension or list it is shown under; null if none
 * @param evidence what proves it; null if not said
 * @param basis legal source; null if not said
 * @param scope whether it is answered per case or per subject; {@code SUBJECT} where the model is silent
 * @param source where the fact comes from; {@code ANSWER} where the model is silent
 */
public record Item(
        String id,
        String name,
        String question,
        ItemType type,
        List<String> allowedValues,
        String range,
        String group,
        String evidence,
        String basis,
        ItemScope scope,
        ItemSource source) {
    private static final int MAX_PRECISION = 34;
    private static final int MAX_SCALE = 30;

    public Item {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        allowedValues = List.copyOf(allowedValues);
    }

    /**
     * Reads an answer as JSON gave it. Numbers must have at most 34 digits and a scale within ±30; they are returned
     * in one form, without trailing zeros behind the point.
     *
     * @param raw String, Number, Boolean or LocalDate; a date as {@code YYYY-MM-DD}; null is inadmissible
     * @return the typed value, or why it is not admissible; never null
     */
    public Reading read(Object raw) {
        if (raw == null) {
            return inadmissible("missing", "没有答案", "has no answer");
        }
        return switch (type) {
            case STRING -> readWord(raw);
            case NUMBER -> readNumber(raw);
            case BOOLEAN ->
                raw instanceof Boolean
                        ? new Reading.Admissible(raw)
                        : inadmissible("wrong-type", "须答是或否(true/false)", "wants true or false");
            case DATE -> readDate(raw);
        };
    }

    /**
     * Whether every answer that this item admits is admitted by the other too, and is of its type. Ranges of which that
     * is not evident count as wider.
     */
    public boolean narrows(Item other) {
        if (type != other.type) {
            return false;
        }
        return switch (type) {
            case STRING -> other.allowedValues.containsAll(allowedValues);
            case NUMBER, DATE ->
                other.range == null || range != null && AllowedRange.of(range).within(AllowedRange.of(other.range));
            case BOOLEAN -> true;
        };
    }

    private Reading readWord(Object raw) {
        if (!(raw instanceof String word)) {
            return inadmissible("wrong-type", "须为文字", "wants a string");
        }
        if (!allowedValues.contains(word)) {
            var list = String.join("、", allowedValues);
            return inadmissible("outside-allowed-values", "只能答:" + list, "admits only: " + list);
        }
        return new Reading.Admissible(word);
    }

    private Reading readNumber(Object raw) {
        if (!(raw instanceof Number number)) {
            return inadmissible("wrong-type", "须为数字", "wants a number");
        }
        BigDecimal value;
        try {
            value = raw instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            return inadmissible("wrong-type", "须为有限的数字", "wants a finite number");
        }
        if (!isBounded(value)) {
            return inadmissible(
                    "number-out-of-bounds",
                    "数字至多" + MAX_PRECISION + "位,小数位与指数不超过" + MAX_SCALE,
                    "wants at most " + MAX_PRECISION + " digits and a scale within " + MAX_SCALE);
        }
        return within(inOneForm(value));
    }

    /** Whether a number has few enough digits to be worked with. */
    static boolean isBounded(BigDecimal value) {
        return value.precision() <= MAX_PRECISION && Math.abs((long) value.scale()) <= MAX_SCALE;
    }

    /** 5.2 and 5.20 are one number, as are 100 and 1E+2. */
    static BigDecimal inOneForm(BigDecimal value) {
        var stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Reading readDate(Object raw) {
        if (raw instanceof LocalDate date) {
            return dateWithin(date);
        }
        if (!(raw instanceof String text)) {
            return inadmissible("wrong-type", "须为日期(YYYY-MM-DD)", "wants a date (YYYY-MM-DD)");
        }
        try {
            return dateWithin(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return inadmissible("not-a-date", "不是日期(YYYY-MM-DD)", "is not a date (YYYY-MM-DD)");
        }
    }

    private Reading dateWithin(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            return inadmissible("not-a-date", "年份须在0001至9999之间", "wants a year from 0001 to 9999");
        }
        return within(date);
    }

    private Reading within(Comparable<?> value) {
        if (range != null && !AllowedRange.of(range).admits(value)) {
            return inadmissible("outside-allowed-values", "须在此范围内:" + range, "admits only: " + range);
        }
        return new Reading.Admissible(value);
    }

    private Reading.Inadmissible inadmissible(String code, String zh, String en) {
        return new Reading.Inadmissible(code, new Text("「" + name + "」" + zh, "\"" + name + "\" " + en));
    }
}
