package org.rongcuo.shared;

import java.util.Objects;

/**
 * A sentence or label that people read, in the product's two languages: Chinese first, English second.
 *
 * @param zh the Chinese wording, never null
 * @param en the English wording, never null
 */
public record Text(String zh, String en) {
    public Text {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** A text whose words are the same in both languages, as names and terms from a rule book are. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** The wording in the given language. */
    public String in(Language language) {
        return language == Language.EN ? en : zh;
    }
}
