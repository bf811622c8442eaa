package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The seed models, mutated at random from fixed seeds: each mutant is admitted, and then compiles, is analysed and
 * evaluates, or is refused with findings. Nothing else ever comes out, and nothing is left behind.
 */
public class FuzzedModelsTest {
    private static final int MUTANTS = 250;
    private static final ModelGate GATE = new ModelGate();
    private static final Map<String, BookKind> SEEDS = Map.of(
            "dmn/330922/tolerance/v1.dmn", BookKind.TOLERANCE,
            "dmn/330000/ftz-statute/v1.dmn", BookKind.STATUTE,
            "dmn/000000/accountability/v1.dmn", BookKind.STATUTE,
            "dmn/330900/procedure/v1.dmn", BookKind.PROCEDURE);

    private static final List<String> ODD = List.of(
            "",
            "null",
            "-",
            "?",
            "not(null)",
            "now()",
            "for i in 1..30000000 return i",
            "java.lang.Runtime",
            "\"x\".class",
            "1..",
            "[1..2",
            "999999999999999999999999999999999999999999",
            "1e999999999",
            "\"\\uD800\"",
            "\u202e\u0000",
            "@\"2020-02-30\"",
            "date(\"2020-02-30\")",
            "function() external {java:{class:\"a\"}}",
            "((((((((1))))))))",
            "\"免责\"",
            "if 1 then",
            "*".repeat(500));

    /** A mutant of one of the seed models. */
    public record Mutant(byte[] document, BookKind kind) {}

    /** The mutant of a seed; the same for the same seed. */
    public static Mutant mutant(long seed) {
        var random = new Random(seed);
        var files = SEEDS.keySet().stream().sorted().toList();
        var file = files.get(random.nextInt(files.size()));
        try {
            var text = Files.readString(Path.of(file));
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                text = mutate(text, random);
            }
            var bytes = text.getBytes(
                    random.nextInt(12) == 0
                            ? List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)
                                    .get(random.nextInt(2))
                            : StandardCharsets.UTF_8);
            if (random.nextInt(10) == 0) {
                bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            if (random.nextInt(10) == 0 && bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return new Mutant(bytes, SEEDS.get(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    private static String mutate(String text, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> replaceOne(text, "<text>[^<]*</text>", "<text>" + escaped(odd(random)) + "</text>", random);
            case 1 ->
                replaceOne(text, "<(rule|inputEntry|outputEntry|annotationEntry|variable)[ >].*?</\\1>", "", random);
            case 2 -> replaceOne(text, " (id|name|typeRef|href|hitPolicy)=\"[^\"]*\"", "", random);
            case 3 -> replaceOne(text, "=\"[^\"]*\"", "=\"" + escaped(odd(random)) + "\"", random);
            case 4 -> {
                var at = random.nextInt(text.length());
                yield text.substring(0, at) + (char) random.nextInt(0x10000) + text.substring(at);
            }
            case 5 -> {
                var from = random.nextInt(text.length());
                var to = Math.min(text.length(), from + random.nextInt(400));
                yield text.substring(0, to) + text.substring(from);
            }
            case 6 -> replaceOne(text, "[0-9]+", "9".repeat(1 + random.nextInt(60)), random);
            default -> replaceOne(text, "\"[\\u4e00-\\u9fff]+\"", "\"" + "免".repeat(random.nextInt(40)) + "\"", random);
        };
    }

    private static String odd(Random random) {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String replaceOne(String text, String pattern, String with, Random random) {
        var matches = java.util.regex.Pattern.compile(pattern, java.util.regex.Pattern.DOTALL)
                .matcher(text)
                .results()
                .toList();
        if (matches.isEmpty()) {
            return text;
        }
        var match = matches.get(random.nextInt(matches.size()));
        return text.substring(0, match.start()) + with + text.substring(match.end());
    }

    @Test
    void everyMutantIsAdmittedOrRefusedAndNothingIsLeftBehind() {
        for (int seed = 0; seed < 20; seed++) {
            outcome(seed);
        }
        var threads = ManagementFactory.getThreadMXBean().getThreadCount();
        var memory = usedMemory();
        var admitted = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            admitted += outcome(seed) ? 1 : 0;
        }
        assertTrue(admitted > 5, "some mutants are sound: " + admitted);
        assertTrue(admitted < MUTANTS / 2, "most are not: " + admitted);
        assertTrue(ManagementFactory.getThreadMXBean().getThreadCount() <= threads + 1);
        var grown = usedMemory() - memory;
        assertTrue(grown < 32L * 1024 * 1024, "grown by " + grown);
    }

    /** Whether the mutant is admitted; anything but an admission or a refusal with findings fails. */
    private static boolean outcome(long seed) {
        var mutant = mutant(seed);
        try {
            var model = GATE.admit(mutant.document(), mutant.kind());
            assertEquals(
                    model, GATE.admit(model.xml().getBytes(StandardCharsets.UTF_8), mutant.kind()), "seed " + seed);
            new TableAnalysis().analyse(model, mutant.kind(), Duration.ofMillis(200));
            new CompiledModel(model, mutant.kind()).evaluate(facts(model.outline()));
            return true;
        } catch (ModelRefused refused) {
            assertFalse(refused.findings().isEmpty(), "seed " + seed);
            refused.findings().forEach(finding -> {
                assertFalse(finding.message().zh().isBlank(), "seed " + seed);
                assertFalse(finding.message().en().isBlank(), "seed " + seed);
            });
            return false;
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw new AssertionError("seed " + seed, unforeseen);
        }
    }

    /** Some admissible answer to each item. */
    private static Map<String, Object> facts(ModelOutline outline) {
        Map<String, Object> facts = new HashMap<>();
        for (var item : outline.items()) {
            var candidates =
                    switch (item.type()) {
                        case STRING -> List.<Object>copyOf(item.allowedValues());
                        case NUMBER -> List.<Object>of(0, 1, 10, 1000);
                        case BOOLEAN -> List.<Object>of(true);
                        case DATE -> List.<Object>of("2026-01-01");
                    };
            candidates.stream()
                    .map(item::read)
                    .filter(Reading.Admissible.class::isInstance)
                    .findFirst()
                    .ifPresent(reading -> facts.put(item.id(), ((Reading.Admissible) reading).value()));
        }
        return facts;
    }

    private static long usedMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
