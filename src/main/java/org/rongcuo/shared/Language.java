package org.rongcuo.shared;

import java.util.List;
import java.util.Locale;

/** The languages the product speaks; Chinese wherever a caller states no preference it can meet. */
public enum Language {
    ZH,
    EN;

    /**
     * The language an {@code Accept-Language} header asks for (RFC 9110 §12.5.4).
     *
     * @param header the header's value, null or malformed means no preference
     */
    public static Language of(String header) {
        if (header == null || header.isBlank()) {
            return ZH;
        }
        try {
            var ranges = Locale.LanguageRange.parse(header);
            var best = Locale.lookup(ranges, List.of(Locale.CHINESE, Locale.ENGLISH));
            return best != null && best.getLanguage().equals("en") ? EN : ZH;
        } catch (IllegalArgumentException malformed) {
            return ZH;
        }
    }

    /** The BCP 47 tag for {@code Content-Language}. */
    public String tag() {
        return this == EN ? "en" : "zh-CN";
    }
}
