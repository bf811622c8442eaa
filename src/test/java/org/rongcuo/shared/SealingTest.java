package org.rongcuo.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is sealed opens under its key and in its place alone. */
class SealingTest {
    private static final String OLD = "old:b2xkLWtleS1vZi0zMi1ieXRlcy0tbm90LXNlY3JldCE=";
    private static final String NEW = "new:dGVzdC1rZXktb2YtMzItYnl0ZXMtbm90LXNlY3JldCE=";

    @Test
    void opensWhatItSealed() {
        var sealing = new Sealing(NEW);
        var sealed = sealing.seal("不予容错", "vote:1");
        assertTrue(sealed.startsWith("s1.new."));
        assertFalse(sealed.contains("不予"));
        assertNotEquals(sealed, sealing.seal("不予容错", "vote:1"));
        assertEquals("不予容错", sealing.open(sealed, "vote:1"));
    }

    @Test
    void opensNothingInAnotherPlaceNorWhatWasTamperedWith() {
        var sealing = new Sealing(NEW);
        var sealed = sealing.seal("EXEMPT", "vote:1");
        assertThrows(IllegalStateException.class, () -> sealing.open(sealed, "vote:2"));
        var flipped = sealed.substring(0, 20) + (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);
        assertThrows(IllegalStateException.class, () -> sealing.open(flipped, "vote:1"));
        assertThrows(IllegalStateException.class, () -> sealing.open("EXEMPT", "vote:1"));
    }

    @Test
    void aNewKeySealsWhileTheOldOneStillOpens() {
        var sealed = new Sealing(OLD).seal("EXEMPT", "vote:1");
        assertEquals("EXEMPT", new Sealing(NEW + ", " + OLD).open(sealed, "vote:1"));
        assertTrue(new Sealing(NEW + "," + OLD).seal("x", "y").startsWith("s1.new."));
        assertThrows(IllegalStateException.class, () -> new Sealing(NEW).open(sealed, "vote:1"));
    }

    @Test
    void refusesSettingsThatAreNoKeys() {
        for (var setting : new String[] {"", "new", "new:", "new:AAAA", "new:?", NEW + "," + NEW, "a b:" + NEW}) {
            var refused = assertThrows(IllegalArgumentException.class, () -> Sealing.keys(setting), setting);
            assertFalse(refused.getMessage().contains("dGVz"), "tells no key");
        }
    }
}
