package org.rongcuo.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.policy.ProcedureBooks;

/** The terms that the PROCEDURE book in force on the day of an act sets for a step. */
@ApplicationScoped
public class Limits {
    private final ProcedureBooks books;

    Limits(ProcedureBooks books) {
        this.books = books;
    }

    /**
     * A step's terms.
     *
     * @param target by when it should be done
     * @param limit by when it must be done; not shorter than the target
     * @param extensions how often the limit may be extended
     * @param source where the numbers come from, in the book's words
     * @param policy {@code <jurisdiction>/<name>}
     * @param row id of the book's row
     */
    public record Limit(
            Term target, Term limit, int extensions, String source, String policy, int version, String row) {}

    /** Empty where no book speaks: the step has no term then, and that is shown. */
    public Optional<Limit> of(Jurisdiction place, Step step, Complexity complexity, LocalDate on) {
        return books.limit(place, step.label().zh(), complexity.label().zh(), on)
                .filter(said -> said.target() >= 0 && said.limit() >= said.target() && said.extensions() >= 0)
                .flatMap(said -> TermUnit.of(said.unit())
                        .map(unit -> new Limit(
                                new Term(said.target(), unit),
                                new Term(said.limit(), unit),
                                said.extensions(),
                                said.source(),
                                said.policy(),
                                said.version(),
                                said.row())));
    }
}
