package org.rongcuo.archive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.ledger.EntryView;
import org.rongcuo.ledger.Ledger;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.DossierSource.Part;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/**
 * 一案一档: everything on the record of a case in one zip, read in one snapshot. It is written beside before it is sent, so
 * that a slow reader holds no connection and a failure is told as one.
 */
@ApplicationScoped
class Dossier {
    static final String MEDIA_TYPE = "application/zip";
    private static final int ENTRIES_AT_A_TIME = 200;
    private static final int LONGEST_SECONDS = 600;

    private final Instance<DossierSource> sources;
    private final Ledger ledger;
    private final CaseDesk desk;
    private final EntityManager entityManager;
    private final Clock clock;

    Dossier(Instance<DossierSource> sources, Ledger ledger, CaseDesk desk, EntityManager entityManager, Clock clock) {
        this.sources = sources;
        this.ledger = ledger;
        this.desk = desk;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** What the manifest says. @param head where the chain ends @param files all but the manifest */
    private record Manifest(
            UUID caseId, String number, String chain, Head head, Instant writtenAt, List<DossierZip.Entry> files) {}

    private record Head(long sequence, String hash) {}

    /** The zip in a file of its own, for whoever may see the case. */
    Path written(UUID caseId) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            entityManager.unwrap(Session.class).doWork(connection -> {
                try (var set = connection.createStatement()) {
                    set.execute("set transaction isolation level repeatable read, read only");
                }
            });
            var file = Files.createTempFile("rongcuo-dossier-", ".zip");
            try (var zip = new DossierZip(Files.newOutputStream(file))) {
                write(zip, caseId);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
            return file;
        });
    }

    private void write(DossierZip zip, UUID caseId) throws IOException {
        var file = desk.visible(caseId);
        zip.add("README.txt", "text/plain", DossierReadme.TEXT.getBytes(StandardCharsets.UTF_8));
        var parts = sources.stream()
                .flatMap(source -> source.parts(caseId).stream())
                .sorted(Comparator.comparing(Part::path))
                .toList();
        for (var part : parts) {
            zip.add(part.path(), part.mediaType(), part.content().get());
        }
        var head = writeLedger(zip, file.chain());
        zip.addLast(
                "manifest.json",
                Json.bytes(new Manifest(caseId, file.number(), file.chain(), head, Instant.now(clock), zip.entries())));
    }

    /** One line an entry, oldest first. */
    private Head writeLedger(DossierZip zip, String chain) throws IOException {
        var lines = new StringBuilder();
        var head = new Head(0, Sha256.of("rongcuo:" + chain));
        List<EntryView> page;
        do {
            page = ledger.entries(chain, head.sequence, ENTRIES_AT_A_TIME);
            for (var entry : page) {
                lines.append(Json.write(entry)).append('\n');
                head = new Head(entry.sequence(), entry.hash());
            }
        } while (page.size() == ENTRIES_AT_A_TIME);
        zip.add("ledger/entries.jsonl", "application/jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));
        zip.add("ledger/head.json", "application/json", Json.bytes(head));
        return head;
    }

    /** The file's content, read once: then the file is gone. */
    static final class Spent extends InputStream {
        private final InputStream content;

        Spent(Path file) {
            try {
                content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int read() throws IOException {
            return content.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return content.read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
