package org.rongcuo.shared;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * 回执号: the code by which whoever told something, known or unknown, reads the answer. It is told once; kept is its digest
 * alone, which opens nothing.
 *
 * @param code of Crockford's base 32 (no I, L, O, U): what is read out, written down and typed in again stays the same
 */
public record ReceiptCode(String code) {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Of five bits each: 130 bits, which nobody guesses; so the digest needs no salt. */
    private static final int LENGTH = 26;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A code that was never told before. */
    public static ReceiptCode drawn() {
        var drawn = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            drawn.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        return new ReceiptCode(drawn.toString());
    }

    /** A code as somebody typed it: small letters and spaces make no other. */
    public static ReceiptCode typed(String told) {
        return new ReceiptCode(told.replaceAll("\\s+", "").toUpperCase(Locale.ROOT));
    }

    /** What is kept of it and looked up by. */
    public String digest() {
        return Sha256.of(code);
    }

    /** Not the code: it is a key, and logs are read by others. */
    @Override
    public String toString() {
        return "receipt " + digest();
    }
}
