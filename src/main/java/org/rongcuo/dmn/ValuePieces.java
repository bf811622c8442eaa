package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.rongcuo.shared.Text;

/**
 * The values that one input column can have, cut into pieces such that every cell of the column holds a piece wholly or
 * not at all: words and truth values are pieces by themselves, numbers and dates are cut at each end that a cell
 * mentions. Sets of values are sets of pieces.
 */
final class ValuePieces {
    private final List<Piece> pieces;
    private final boolean ordered;

    private ValuePieces(List<Piece> pieces, boolean ordered) {
        this.pieces = pieces;
        this.ordered = ordered;
    }

    /**
     * A piece.
     *
     * @param sample a value in it, which stands for all
     * @param place where it stands among the pieces before those outside the domain were left out
     * @param low its lower end; null if there is none, and for words
     * @param lowIn whether the lower end belongs to it
     */
    private record Piece(
            Comparable<?> sample, int place, Comparable<?> low, boolean lowIn, Comparable<?> high, boolean highIn) {
        boolean holds(Comparable<?> value) {
            return new AllowedRange.Interval(low, lowIn, high, highIn).holds(value);
        }

        boolean endsBefore(Comparable<?> value) {
            return high != null && !new AllowedRange.Interval(null, false, high, highIn).holds(value);
        }
    }

    static ValuePieces ofWords(List<String> words) {
        return ofSingles(words);
    }

    static ValuePieces ofTruth() {
        return ofSingles(List.of(true, false));
    }

    private static ValuePieces ofSingles(List<? extends Comparable<?>> values) {
        var pieces = new ArrayList<Piece>();
        values.forEach(value -> pieces.add(new Piece(value, pieces.size(), null, true, null, true)));
        return new ValuePieces(pieces, false);
    }

    /**
     * Numbers.
     *
     * @param ends all ends that cells and domain mention
     * @param domain whether a number is admissible
     */
    static ValuePieces ofNumbers(Collection<? extends Comparable<?>> ends, Predicate<Comparable<?>> domain) {
        var cuts = List.copyOf(new TreeSet<>(of(BigDecimal.class, ends)));
        var pieces = new ArrayList<Piece>();
        for (var n = 0; n <= cuts.size(); n++) {
            var low = n == 0 ? null : cuts.get(n - 1);
            var high = n == cuts.size() ? null : cuts.get(n);
            BigDecimal sample;
            if (low == null) {
                sample = high == null ? BigDecimal.ZERO : high.subtract(BigDecimal.ONE);
            } else {
                sample = high == null ? low.add(BigDecimal.ONE) : low.add(high).multiply(new BigDecimal("0.5"));
            }
            add(pieces, sample, low, high, domain, 2 * n);
        }
        return new ValuePieces(pieces, true);
    }

    /** Days; see {@link #ofNumbers}. Between two days that follow each other there is nothing. */
    static ValuePieces ofDates(Collection<? extends Comparable<?>> ends, Predicate<Comparable<?>> domain) {
        var cuts = List.copyOf(new TreeSet<>(of(LocalDate.class, ends)));
        var pieces = new ArrayList<Piece>();
        for (var n = 0; n <= cuts.size(); n++) {
            var low = n == 0 ? null : cuts.get(n - 1);
            var high = n == cuts.size() ? null : cuts.get(n);
            LocalDate sample;
            if (low == null) {
                sample = high == null ? LocalDate.of(2000, 1, 1) : high.minusDays(1);
            } else {
                sample = low.plusDays(1);
            }
            add(pieces, sample.equals(high) ? null : sample, low, high, domain, 2 * n);
        }
        return new ValuePieces(pieces, true);
    }

    /** Adds what lies between two cuts, if there is anything, and the upper cut itself. */
    private static void add(
            List<Piece> pieces,
            Comparable<?> sample,
            Comparable<?> low,
            Comparable<?> high,
            Predicate<Comparable<?>> domain,
            int place) {
        if (sample != null && domain.test(sample)) {
            pieces.add(new Piece(sample, place, low, false, high, false));
        }
        if (high != null && domain.test(high)) {
            pieces.add(new Piece(high, place + 1, high, true, high, true));
        }
    }

    /** Those of some values that are of a type. */
    static <T> List<T> of(Class<T> type, Collection<? extends Comparable<?>> values) {
        return values.stream().filter(type::isInstance).map(type::cast).toList();
    }

    int size() {
        return pieces.size();
    }

    /** A value of the piece, which stands for all of them. */
    Comparable<?> sample(int piece) {
        return pieces.get(piece).sample;
    }

    /** The piece that holds the value; -1 if none does. */
    int indexOf(Comparable<?> value) {
        if (!ordered) {
            for (var n = 0; n < pieces.size(); n++) {
                if (pieces.get(n).sample.equals(value)) {
                    return n;
                }
            }
            return -1;
        }
        var from = 0;
        var to = pieces.size();
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (pieces.get(middle).endsBefore(value)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < pieces.size() && pieces.get(from).holds(value) ? from : -1;
    }

    /** The pieces whose values the test holds of. */
    BitSet matching(Predicate<Comparable<?>> test) {
        var set = new BitSet(pieces.size());
        for (var n = 0; n < pieces.size(); n++) {
            if (test.test(pieces.get(n).sample)) {
                set.set(n);
            }
        }
        return set;
    }

    BitSet all() {
        var set = new BitSet(pieces.size());
        set.set(0, pieces.size());
        return set;
    }

    /** The pieces' numbers in the order of their values, as the engine sorts them; words by their characters. */
    int[] sorted() {
        var numbers = new ArrayList<Integer>();
        for (var n = 0; n < pieces.size(); n++) {
            numbers.add(n);
        }
        if (!ordered) {
            numbers.sort((a, b) -> AllowedRange.Interval.compare(pieces.get(a).sample, pieces.get(b).sample));
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The set in words: each word by itself, pieces of numbers or dates that adjoin as one interval. */
    List<Text> words(BitSet set) {
        var words = new ArrayList<Text>();
        for (var n = set.nextSetBit(0); n >= 0; n = set.nextSetBit(n + 1)) {
            var first = pieces.get(n);
            if (!ordered) {
                words.add(word(first.sample));
                continue;
            }
            while (set.get(n + 1) && adjoin(n, n + 1)) {
                n++;
            }
            words.add(interval(first, pieces.get(n)));
        }
        return words;
    }

    private boolean adjoin(int left, int right) {
        var skipped = pieces.get(right).place - pieces.get(left).place;
        var first = pieces.get(left);
        // Between two days that follow each other the piece in the middle is empty and left out.
        return skipped == 1
                || skipped == 2
                        && first.sample instanceof LocalDate day
                        && day.plusDays(1).equals(pieces.get(right).sample);
    }

    private static Text word(Comparable<?> value) {
        if (value instanceof Boolean flag) {
            return flag ? new Text("是", "yes") : new Text("否", "no");
        }
        return Text.same(value.toString());
    }

    private Text interval(Piece first, Piece last) {
        var low = first == pieces.get(0) && !first.lowIn ? null : first.low;
        var high = last == pieces.get(pieces.size() - 1) && !last.highIn ? null : last.high;
        if (low instanceof LocalDate || high instanceof LocalDate) {
            return days((LocalDate) low, first.lowIn, (LocalDate) high, last.highIn);
        }
        if (low != null && low.equals(high)) {
            return Text.same(plain(low));
        }
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        if (low != null) {
            zh.add((first.lowIn ? "不低于" : "大于") + plain(low));
            en.add((first.lowIn ? ">= " : "> ") + plain(low));
        }
        if (high != null) {
            zh.add((last.highIn ? "不超过" : "小于") + plain(high));
            en.add((last.highIn ? "<= " : "< ") + plain(high));
        }
        return zh.isEmpty() ? new Text("任意", "any") : new Text(String.join("且", zh), String.join(" and ", en));
    }

    private static Text days(LocalDate low, boolean lowIn, LocalDate high, boolean highIn) {
        var from = low == null || lowIn ? low : low.plusDays(1);
        var to = high == null || highIn ? high : high.minusDays(1);
        if (from == null) {
            return new Text(to + "及以前", "on or before " + to);
        }
        if (to == null) {
            return new Text(from + "及以后", "on or after " + from);
        }
        return from.equals(to) ? Text.same(from.toString()) : new Text(from + "至" + to, "from " + from + " to " + to);
    }

    private static String plain(Comparable<?> number) {
        return ((BigDecimal) number).stripTrailingZeros().toPlainString();
    }
}
