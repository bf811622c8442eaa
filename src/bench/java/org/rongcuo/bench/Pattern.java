package org.rongcuo.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.rongcuo.policy.FieldOfWork;
import org.rongcuo.policy.ItemView;
import org.rongcuo.policy.SubjectStatus;

/**
 * One kind of thing that goes wrong, again and again: place, field, subject and the answers. Kinds are drawn by rank from
 * a power law, so that few kinds make most cases and every so many cases a new kind turns up: about 21,000 among 100,000
 * cases, 145,000 among 1,000,000. A function of its seed alone.
 */
final class Pattern {
    /** Of the survival function rank^-TAIL. */
    private static final double TAIL = 0.2;

    private static final double OPEN_SHARE = 0.12;
    private static final double LOSS_FREE = 0.4;

    private final long seed;
    private final double severity;
    private final boolean open;

    final String jurisdiction;
    final String field;
    final SubjectStatus status;

    /** @param seed a pattern of this very seed */
    Pattern(long seed) {
        this.seed = seed;
        var random = new Random(mix(seed, 1));
        var drawn = random.nextDouble();
        this.severity = drawn * drawn;
        this.open = random.nextDouble() < OPEN_SHARE;
        this.jurisdiction = place(random.nextDouble());
        this.field = random.nextDouble() < 0.35 ? null : FieldOfWork.ALL.get(random.nextInt(FieldOfWork.ALL.size()));
        this.status = status(random.nextDouble());
    }

    /** The seed of a kind drawn at random: frequent kinds are drawn often. */
    static long draw(Random random, long seed) {
        var rank = Math.floor(Math.pow(1 - random.nextDouble(), -1 / TAIL));
        return mix(seed, Double.doubleToLongBits(rank));
    }

    private static String place(double share) {
        if (share < 0.45) {
            return "330922";
        }
        if (share < 0.70) {
            return "330900";
        }
        if (share < 0.82) {
            return "330902";
        }
        return share < 0.92 ? "330903" : "330921";
    }

    private static SubjectStatus status(double share) {
        if (share < 0.7) {
            return SubjectStatus.PARTY_MEMBER;
        }
        if (share < 0.88) {
            return SubjectStatus.PUBLIC_OFFICIAL;
        }
        return share < 0.96 ? SubjectStatus.STATE_ENTERPRISE : SubjectStatus.UNIT;
    }

    /**
     * The answers to what is asked, by item id.
     *
     * @param early as they stood before verification was complete: some items open, whatever the kind
     */
    Map<String, Object> facts(List<ItemView> asked, boolean early) {
        Map<String, Object> facts = new TreeMap<>();
        for (var item : asked) {
            var random = new Random(mix(seed, item.item().hashCode()));
            var value = value(item, random);
            if (!(open && random.nextDouble() < 0.08) && !(early && random.nextDouble() < 0.15)) {
                facts.put(item.item(), value);
            }
        }
        return facts;
    }

    /** The first word of an item is the harmless one in the seed books; the heavier the kind, the more often another. */
    private Object value(ItemView item, Random random) {
        return switch (item.type()) {
            case STRING -> word(item, random);
            case BOOLEAN -> random.nextDouble() < yes(item.item());
            case NUMBER -> loss(random);
            case DATE -> LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000));
        };
    }

    private String word(ItemView item, Random random) {
        var words = item.allowedValues();
        if (item.item().toLowerCase(java.util.Locale.ROOT).endsWith("circumstance")) {
            return random.nextDouble() < 0.65 ? words.get(0) : words.get(random.nextInt(words.size()));
        }
        if (random.nextDouble() >= 0.03 + 0.5 * severity) {
            return words.get(0);
        }
        var index = 1;
        while (index < words.size() - 1 && random.nextDouble() < 0.4 + 0.3 * severity) {
            index++;
        }
        return words.get(Math.min(index, words.size() - 1));
    }

    private double yes(String item) {
        return switch (item) {
            case "filed" -> 0.3;
            case "emergency" -> 0.15;
            default -> 0.004 + 0.08 * severity;
        };
    }

    /** In 万元: often none, else log-normal around 4.5 with a long tail. */
    private static BigDecimal loss(Random random) {
        if (random.nextDouble() < LOSS_FREE) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(Math.round(Math.exp(1.5 + 1.3 * random.nextGaussian()) * 10), 1);
    }

    /** Two numbers mixed into one (SplitMix64's finaliser). */
    static long mix(long one, long other) {
        var z = one * 0x9E3779B97F4A7C15L + other;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
