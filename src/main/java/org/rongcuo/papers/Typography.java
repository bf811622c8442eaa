package org.rongcuo.papers;

import java.time.LocalDate;
import java.util.Map;

/** The habits of Chinese print (GB/T 15834): what stands among Chinese characters takes their punctuation. */
final class Typography {
    private static final Map<Character, Character> FULL = Map.of(
            ',', '\uff0c', ';', '\uff1b', ':', '\uff1a', '?', '\uff1f', '!', '\uff01', '(', '\uff08', ')', '\uff09');

    private Typography() {}

    /** A line with the punctuation beside Chinese characters made full-width, and without what cannot be printed. */
    static String chinese(String line) {
        var text = new StringBuilder();
        line.codePoints()
                .filter(each -> Character.getType(each) != Character.CONTROL
                        && Character.getType(each) != Character.FORMAT
                        && Character.getType(each) != Character.SURROGATE)
                .forEach(text::appendCodePoint);
        for (int i = 0; i < text.length(); i++) {
            var full = FULL.get(text.charAt(i));
            if (full != null && (isChinese(text, i - 1) || isChinese(text, i + 1))) {
                text.setCharAt(i, full);
            }
        }
        return text.toString();
    }

    private static boolean isChinese(CharSequence text, int at) {
        return at >= 0 && at < text.length() && isWide(text.charAt(at));
    }

    /** Whether a character fills a whole cell of the grid. */
    static boolean isWide(char each) {
        return each >= '\u2e80' || "…—“”‘’·".indexOf(each) >= 0;
    }

    /** 2026年11月27日. */
    static String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
