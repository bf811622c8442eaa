package org.rongcuo.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Json;

/**
 * Loads the seed books that ship with the product ({@code dmn/}), once: a book that exists is never touched again, for
 * from then on it belongs to the policy staff. The versions enter by the same gate as any other and count as history.
 */
@ApplicationScoped
class SeedBooks {
    private static final long LOCK = 0x726f6e676375L;

    private final PolicyService service;
    private final Policies policies;
    private final Drafting drafting;
    private final EntityManager entityManager;
    private final boolean enabled;

    SeedBooks(
            PolicyService service,
            Policies policies,
            Drafting drafting,
            EntityManager entityManager,
            @ConfigProperty(name = "rongcuo.seed-books", defaultValue = "true") boolean enabled) {
        this.service = service;
        this.policies = policies;
        this.drafting = drafting;
        this.entityManager = entityManager;
        this.enabled = enabled;
    }

    void load(@Observes StartupEvent started) {
        if (enabled) {
            keys().forEach(key -> QuarkusTransaction.requiringNew().run(() -> load(key)));
        }
    }

    /** The books shipped, those above before those below. */
    static List<String> keys() {
        return text(SeedBooks.class.getResourceAsStream("seed-books.txt"))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private void load(String key) {
        // Replicas that start together load one after the other; the second finds the book.
        entityManager
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) as locked")
                .setParameter(1, LOCK)
                .getSingleResult();
        var book = Json.read(file(key, "policy.json"), JsonNode.class);
        if (policies.of(book.get("jurisdiction").asText(), book.get("name").asText())
                .isPresent()) {
            return;
        }
        var policy = service.open(opened(book));
        for (var version : book.get("versions")) {
            var model = file(key, version.get("model").asText()).getBytes(StandardCharsets.UTF_8);
            var tests = file(key, version.get("tests").asText());
            service.importShipped(
                    policy,
                    drafting.shipped(model, tests, policy.kind()),
                    LocalDate.parse(version.get("effectiveFrom").asText()),
                    text(version, "note"));
        }
        Log.infof(
                "seed book %s loaded, %d version(s)", key, book.get("versions").size());
    }

    private static PolicyService.OpenPolicy opened(JsonNode book) {
        return new PolicyService.OpenPolicy(
                text(book, "jurisdiction"),
                text(book, "name"),
                BookKind.valueOf(text(book, "kind")),
                book.at("/title/zh").asText(),
                book.at("/title/en").asText(),
                text(book, "field"),
                texts(book.at("/scope/fields")),
                texts(book.at("/scope/subjectStatuses")).stream()
                        .map(SubjectStatus::valueOf)
                        .toList(),
                text(book, "parent"),
                book.hasNonNull("lenity")
                        ? LenityMode.valueOf(book.at("/lenity/mode").asText())
                        : null,
                book.hasNonNull("lenity") ? book.at("/lenity/basis").asText() : null,
                Visibility.valueOf(text(book, "visibility")),
                book.hasNonNull("reviewBy") ? LocalDate.parse(text(book, "reviewBy")) : null);
    }

    private static String text(JsonNode node, String member) {
        return node.hasNonNull(member) ? node.get(member).asText() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static String file(String key, String name) {
        return text(Thread.currentThread().getContextClassLoader().getResourceAsStream("dmn/" + key + "/" + name));
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
