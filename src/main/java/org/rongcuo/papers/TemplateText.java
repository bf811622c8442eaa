package org.rongcuo.papers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.papers.PaperText.Block;
import org.rongcuo.papers.PaperText.Style;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Violation;

/**
 * A template's text: one paragraph a line. {@code # } opens the title, {@code ## } and {@code ### } headings, which are
 * numbered 一、 and (一) by themselves, {@code 抄送:} who gets a copy; {@code {{案号}}} is a word's place. There is no logic:
 * a paragraph of which all words are empty is left out, and a heading with nothing beneath it. What a word says is never
 * read as a template again.
 */
final class TemplateText {
    /** Characters and lines at most: several times the longest paper that an office writes. */
    static final int MOST = 20_000;

    private static final int MOST_LINES = 400;
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}\\n]{1,40})}}");
    private static final Pattern COPIES = Pattern.compile("抄送[:\uff1a].*");
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private TemplateText() {}

    /** Everything that is wrong with a text as template of a kind; empty when it may be used. @param text with plain line ends */
    static List<Violation> violations(PaperKind kind, String text) {
        List<Violation> violations = new ArrayList<>();
        if (text.length() > MOST || lines(text).size() > MOST_LINES) {
            violations.add(Violation.at(
                    "/text",
                    "template-too-long",
                    "模板不得超过 " + MOST + " 字、" + MOST_LINES + " 行",
                    "At most " + MOST + " characters and " + MOST_LINES + " lines"));
            return violations;
        }
        if (text.codePoints().anyMatch(TemplateText::isUnseen)) {
            violations.add(
                    Violation.at("/text", "control-character", "含有不可见的控制字符", "It has invisible control characters"));
        }
        var known = words(kind).map(PaperWord::word).collect(Collectors.toSet());
        var lines = lines(text);
        for (int i = 0; i < lines.size(); i++) {
            placesOf(lines.get(i), i + 1, known, violations);
        }
        var titles = lines.stream().filter(line -> line.startsWith("# ")).count();
        if (titles != 1) {
            violations.add(Violation.at(
                    "/text", "one-title", "须有且仅有一行标题(以“# ”开头)", "Just one line is the title, opened by \"# \""));
        }
        if (lines.stream().allMatch(line -> line.isBlank() || line.startsWith("#") || isCopies(line))) {
            violations.add(Violation.at("/text", "no-paragraph", "没有正文", "It has no paragraph"));
        }
        return violations;
    }

    private static void placesOf(String line, int number, Set<String> known, List<Violation> violations) {
        var told = new HashSet<String>();
        var places = PLACE.matcher(line);
        while (places.find()) {
            var word = places.group(1);
            if (!known.contains(word) && told.add(word)) {
                violations.add(Violation.at(
                        "/text",
                        "placeholder-unknown",
                        "第 " + number + " 行:此类文书没有“" + word + "”",
                        "Line " + number + ": papers of this kind have no \"" + word + "\""));
            }
        }
        var rest = PLACE.matcher(line).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            violations.add(Violation.at(
                    "/text",
                    "placeholder-malformed",
                    "第 " + number + " 行:花括号只用于占位,如 {{案号}}",
                    "Line " + number + ": braces only as in {{案号}}"));
        }
    }

    /** All the words that templates of a kind may use. */
    static Stream<PaperWord> words(PaperKind kind) {
        return Stream.concat(PaperKind.OF_EVERY_PAPER.stream(), kind.words().stream());
    }

    /** The words' samples, for a preview. */
    static Map<String, String> samples(PaperKind kind) {
        return words(kind).collect(Collectors.toMap(PaperWord::word, PaperWord::sample));
    }

    /**
     * The paper that a sound text makes.
     *
     * @param words all of the kind's, and those of every paper
     */
    static PaperText fill(String text, Map<String, String> words) {
        var title = "";
        List<Block> blocks = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        for (var line : lines(text)) {
            if (line.isBlank() || saysNothing(line, words)) {
                continue;
            }
            if (line.startsWith("# ")) {
                title = String.join("", filled(line.substring(2), words));
            } else if (line.startsWith("## ")) {
                blocks.add(new Block(Style.HEADING, String.join("", filled(line.substring(3), words))));
            } else if (line.startsWith("### ")) {
                blocks.add(new Block(Style.SUBHEADING, String.join("", filled(line.substring(4), words))));
            } else if (isCopies(line)) {
                copies.add(String.join("", filled(line, words)));
            } else {
                filled(line, words).forEach(each -> blocks.add(new Block(Style.PARAGRAPH, each)));
            }
        }
        return new PaperText(
                words.get(PaperWord.ORGAN.word()),
                words.get(PaperWord.NUMBER.word()),
                title,
                words.get(PaperWord.ADDRESSEE.word()),
                numbered(blocks),
                words.get(PaperWord.DATED.word()),
                copies);
    }

    private static boolean saysNothing(String line, Map<String, String> words) {
        var places = PLACE.matcher(line);
        var any = false;
        while (places.find()) {
            any = true;
            if (!words.get(places.group(1)).isBlank()) {
                return false;
            }
        }
        return any;
    }

    /** The paragraphs that a line makes; more than one where a word says several. */
    private static List<String> filled(String line, Map<String, String> words) {
        var whole = PLACE.matcher(line).replaceAll(place -> Matcher.quoteReplacement(words.get(place.group(1))));
        return whole.lines()
                .map(each -> Typography.chinese(each.strip()))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Headings with something beneath them, numbered. */
    private static List<Block> numbered(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        var heading = 0;
        var subheading = 0;
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (block.style() == Style.PARAGRAPH) {
                kept.add(block);
            } else if (hasText(blocks, i)) {
                if (block.style() == Style.HEADING) {
                    subheading = 0;
                    kept.add(new Block(block.style(), numeral(++heading) + "、" + block.text()));
                } else {
                    kept.add(new Block(block.style(), "\uff08" + numeral(++subheading) + "\uff09" + block.text()));
                }
            }
        }
        return kept;
    }

    private static boolean hasText(List<Block> blocks, int heading) {
        for (int i = heading + 1; i < blocks.size(); i++) {
            var style = blocks.get(i).style();
            if (style == Style.PARAGRAPH) {
                return true;
            }
            if (style == Style.HEADING || blocks.get(heading).style() == Style.SUBHEADING) {
                return false;
            }
        }
        return false;
    }

    /** 一 to 九十九; a template has no more headings than lines. */
    private static String numeral(int number) {
        if (number <= 10) {
            return NUMERALS[number - 1];
        }
        var tens = number / 10;
        var ones = number % 10 == 0 ? "" : NUMERALS[number % 10 - 1];
        return (tens == 1 ? "" : numeral(tens)) + "十" + ones;
    }

    private static boolean isCopies(String line) {
        return COPIES.matcher(line).matches();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    /** What nobody sees on paper but the end of a line. */
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
