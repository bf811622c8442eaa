package org.rongcuo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.PastBooks;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/** The record of an evaluation, ready but for the two days, which alone differ between cases of one kind. */
final class Template {
    private final DatedText content;
    private final DatedText canonical;
    final Recommendation recommendation;
    final boolean open;
    final String facts;
    final String factsHash;

    Template(EvaluationView view) {
        var written = Json.write(view);
        this.content = new DatedText(CopyRows.escaped(written));
        this.canonical = new DatedText(Json.canonical(Json.read(written, JsonNode.class)));
        this.recommendation = view.recommendation().code();
        this.open = !view.openItems().isEmpty();
        this.facts = Json.write(view.facts());
        this.factsHash = Sha256.of(facts);
    }

    static Template of(PastBooks books, PastBooks.Where where, Map<String, Object> facts) {
        return new Template(books.evaluate(where, facts));
    }

    /** Ready for COPY. */
    byte[][] content(LocalDate conductUntil, LocalDate decidedOn) {
        return content.on(conductUntil, decidedOn);
    }

    String contentHash(LocalDate conductUntil, LocalDate decidedOn) {
        return Sha256.of(canonical.on(conductUntil, decidedOn));
    }

    /** Bytes held, for the bound of whoever keeps templates. */
    int weight() {
        return content.length() + canonical.length() + 2 * facts.length();
    }
}
