package org.rongcuo.bench;

import java.time.LocalDate;
import java.util.Map;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.PastBooks;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/** The record of an evaluation, ready but for the two days, which alone differ between cases of one kind. */
final class Template {
    private static final String CONDUCT = PastBooks.CONDUCT.toString();
    private static final String DECISION = PastBooks.DECISION.toString();

    private final String content;
    private final String canonical;
    final Recommendation recommendation;
    final boolean open;
    final String facts;
    final String factsHash;

    Template(EvaluationView view) {
        this.content = Json.write(view);
        this.canonical = Json.canonical(Json.read(content, com.fasterxml.jackson.databind.JsonNode.class));
        this.recommendation = view.recommendation().code();
        this.open = !view.openItems().isEmpty();
        this.facts = Json.write(view.facts());
        this.factsHash = Sha256.of(facts);
    }

    static Template of(PastBooks books, PastBooks.Where where, Map<String, Object> facts) {
        return new Template(books.evaluate(where, facts));
    }

    String content(LocalDate conductUntil, LocalDate decidedOn) {
        return dated(content, conductUntil, decidedOn);
    }

    String contentHash(LocalDate conductUntil, LocalDate decidedOn) {
        return Sha256.of(dated(canonical, conductUntil, decidedOn));
    }

    private static String dated(String text, LocalDate conductUntil, LocalDate decidedOn) {
        return text.replace(CONDUCT, conductUntil.toString()).replace(DECISION, decidedOn.toString());
    }

    /** Characters held, for the bound of whoever keeps templates. */
    int weight() {
        return content.length() + canonical.length() + facts.length();
    }
}
