package org.rongcuo.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperWord;

/** The words of a paper about a case, as they are gathered from its record: what is not put says nothing. */
public final class PaperWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Map<String, String> words = new HashMap<>();

    public PaperWords(PaperKind kind, CaseFile file) {
        kind.words().forEach(word -> words.put(word.word(), ""));
        put(PaperWord.CASE_NUMBER, file.number());
        put(PaperWord.MATTER, file.title());
    }

    /** @param said null for nothing */
    public PaperWords put(PaperWord word, String said) {
        words.put(word.word(), said == null ? "" : said.strip());
        return this;
    }

    /** @param day null for none */
    public PaperWords put(PaperWord word, LocalDate day) {
        return put(word, day == null ? "" : date(day));
    }

    public Map<String, String> all() {
        return words;
    }

    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code 1.…;} and the last with a full stop; one alone bears no number, and none says nothing. */
    public static <T> String numbered(List<T> items, Function<T, String> said) {
        if (items.isEmpty()) {
            return "";
        }
        if (items.size() == 1) {
            return ended(said.apply(items.get(0)), "。");
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            lines.add((i + 1) + "." + ended(said.apply(items.get(i)), i + 1 < items.size() ? ";" : "。"));
        }
        return String.join("\n", lines);
    }

    /** What people wrote, as a sentence: it ends with its full stop. */
    public static String sentence(String text) {
        return text == null || text.isBlank() || text.strip().matches("(?s).*[。!?\uff01\uff1f”]")
                ? text
                : ended(text, "。");
    }

    private static String ended(String text, String mark) {
        return text.strip().replaceAll("[。;\uff1b.]+$", "") + mark;
    }

    public static String names(List<Subject> subjects) {
        return subjects.stream().map(Subject::name).collect(Collectors.joining("、"));
    }

    /** The subject's standing and duty in the matter. */
    public static String particulars(Subject subject) {
        return subject.status().label().zh() + (subject.duty() == null ? "" : "," + subject.duty());
    }

    public static String period(CaseFile file) {
        return file.conductFrom().equals(file.conductTo())
                ? date(file.conductFrom())
                : date(file.conductFrom()) + "至" + date(file.conductTo());
    }
}
