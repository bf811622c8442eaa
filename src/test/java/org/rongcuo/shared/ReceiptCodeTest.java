package org.rongcuo.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The codes by which answers are read. */
class ReceiptCodeTest {
    private static final int MANY = 2000;

    @Test
    void aCodeHas130BitsOfSymbolsThatNobodyTakesForEachOther() {
        Set<String> codes = new HashSet<>();
        Set<Character> symbols = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            var code = ReceiptCode.drawn().code();
            assertEquals(26, code.length());
            code.chars().forEach(symbol -> symbols.add((char) symbol));
            codes.add(code);
        }
        assertEquals(MANY, codes.size());
        assertEquals(32, symbols.size(), "five bits each");
        assertFalse(symbols.contains('I') || symbols.contains('L') || symbols.contains('O') || symbols.contains('U'));
    }

    @Test
    void howItIsTypedMakesNoOtherCode() {
        var drawn = ReceiptCode.drawn();
        var small = drawn.code().toLowerCase(Locale.ROOT);
        var typed = ReceiptCode.typed(" " + small.substring(0, 13) + " " + small.substring(13) + "\n");
        assertEquals(drawn, typed);
        assertEquals(drawn.digest(), typed.digest());
    }

    @Test
    void whatIsKeptOrLoggedOpensNothing() {
        var drawn = ReceiptCode.drawn();
        assertFalse(drawn.digest().contains(drawn.code()));
        assertFalse(drawn.toString().contains(drawn.code()));
        assertTrue(drawn.toString().contains(drawn.digest()));
    }
}
