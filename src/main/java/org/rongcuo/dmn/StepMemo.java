package org.rongcuo.dmn;

import java.util.Arrays;

/**
 * What an operation on diagrams has found so far, from a key to a node: open addressing over two arrays, since a memo of
 * boxed numbers takes five times the memory, and operations have millions of steps.
 */
final class StepMemo {
    /** No node has this number. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    private static final int FEWEST = 64;

    private long[] keys = new long[FEWEST];
    private int[] values = new int[FEWEST];
    private int size;

    StepMemo() {
        Arrays.fill(values, UNKNOWN);
    }

    /** The node found for the key; {@link #UNKNOWN} if there is none. */
    int get(long key) {
        var slot = slot(key, keys.length);
        while (values[slot] != UNKNOWN) {
            if (keys[slot] == key) {
                return values[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return UNKNOWN;
    }

    /** Adds a key that is not there. */
    void put(long key, int value) {
        if (2 * ++size > keys.length) {
            grow();
        }
        insert(keys, values, key, value);
    }

    private void grow() {
        var moreKeys = new long[2 * keys.length];
        var moreValues = new int[2 * keys.length];
        Arrays.fill(moreValues, UNKNOWN);
        for (var n = 0; n < keys.length; n++) {
            if (values[n] != UNKNOWN) {
                insert(moreKeys, moreValues, keys[n], values[n]);
            }
        }
        keys = moreKeys;
        values = moreValues;
    }

    private static void insert(long[] keys, int[] values, long key, int value) {
        var slot = slot(key, keys.length);
        while (values[slot] != UNKNOWN) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private static int slot(long key, int length) {
        var mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32) & length - 1;
    }
}
