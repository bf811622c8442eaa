package org.rongcuo.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.ModelOutline;
import org.rongcuo.dmn.Reading;

/** Complete sets of admissible facts, drawn evenly: every word, yes and no, numbers and dates around the usual limits. */
final class Vectors {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2400;

    private Vectors() {}

    /** So many vectors of facts by item id; equal seeds, equal vectors. */
    static List<Map<String, Object>> of(ModelOutline outline, int count, long seed) {
        var random = new Random(seed);
        List<Map<String, Object>> vectors = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            Map<String, Object> facts = new HashMap<>();
            outline.items().forEach(item -> facts.put(item.id(), value(item, random)));
            vectors.add(facts);
        }
        return vectors;
    }

    private static Object value(Item item, Random random) {
        for (int tries = 0; tries < 1000; tries++) {
            if (item.read(proposal(item, random)) instanceof Reading.Admissible admissible) {
                return admissible.value();
            }
        }
        throw new IllegalStateException("no admissible value found for " + item.id());
    }

    private static Object proposal(Item item, Random random) {
        return switch (item.type()) {
            case STRING ->
                item.allowedValues().get(random.nextInt(item.allowedValues().size()));
            case BOOLEAN -> random.nextBoolean();
            case NUMBER -> BigDecimal.valueOf(random.nextInt(10_000), 1);
            case DATE -> FIRST_DAY.plusDays(random.nextInt(DAYS));
        };
    }
}
