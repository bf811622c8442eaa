package org.rongcuo.papers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.procedure.PaperKind;

/** All templates of papers: those of jurisdictions, and beneath them those that the product ships. */
@ApplicationScoped
class PaperTemplates implements PanacheRepositoryBase<PaperTemplate, UUID> {
    /** What precedes the locks' keys: two writers of one template take turns. */
    private static final String LOCK = "paper-template:";

    private final Map<PaperKind, String> shipped = new EnumMap<>(PaperKind.class);

    PaperTemplates() {
        for (var kind : PaperKind.values()) {
            shipped.put(kind, resource(kind));
        }
    }

    private static String resource(PaperKind kind) {
        try (var resource = PaperTemplates.class.getResourceAsStream("templates/" + kind + ".txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String shipped(PaperKind kind) {
        return shipped.get(kind);
    }

    /** The latest version of the jurisdiction's own. */
    Optional<PaperTemplate> own(String jurisdiction, PaperKind kind) {
        return find("jurisdiction.code = ?1 and kind = ?2 order by version desc", jurisdiction, kind)
                .firstResultOptional();
    }

    Optional<PaperTemplate> version(String jurisdiction, PaperKind kind, int version) {
        return find("jurisdiction.code = ?1 and kind = ?2 and version = ?3", jurisdiction, kind, version)
                .firstResultOptional();
    }

    /** The one that applies in a jurisdiction: its own, or of the nearest above that has one; empty where the shipped does. */
    Optional<PaperTemplate> applying(Jurisdiction jurisdiction, PaperKind kind) {
        return latest(kind).stream()
                .filter(template -> template.jurisdiction().contains(jurisdiction))
                .max(Comparator.comparingInt(
                        template -> template.jurisdiction().path().length()));
    }

    /** The latest version of each jurisdiction that has its own. */
    List<PaperTemplate> latest() {
        return list("from PaperTemplate t where t.version = (select max(o.version) from PaperTemplate o"
                + " where o.jurisdiction = t.jurisdiction and o.kind = t.kind) order by t.kind, t.jurisdiction.path");
    }

    private List<PaperTemplate> latest(PaperKind kind) {
        return latest().stream().filter(template -> template.kind() == kind).toList();
    }

    void lock(String jurisdiction, PaperKind kind) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) as locked",
                        Integer.class)
                .setParameter(1, LOCK + jurisdiction + "/" + kind)
                .getSingleResult();
    }
}
