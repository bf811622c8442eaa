package org.rongcuo.dmn;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * Whether a decision table is known to be whole and free of contradiction.
 *
 * @param decision id of the decision
 * @param name its name
 * @param proof how far the analysis came
 * @param causeCode why it is not proven, kebab-case; null unless {@code NOT_PROVEN}
 * @param row number of the row that stands in the way, from 1; null if none does
 * @param column number of the column that stands in the way, from 1; null if none does
 * @param cause why it is not proven and what would help; null unless {@code NOT_PROVEN}
 */
public record TableProof(
        String decision,
        String name,
        Proof proof,
        @Nullable String causeCode,
        @Nullable Integer row,
        @Nullable Integer column,
        @Nullable Text cause) {
    public TableProof {
        Objects.requireNonNull(proof, "proof");
        if ((proof == Proof.NOT_PROVEN) != (cause != null) || (cause == null) != (causeCode == null)) {
            throw new IllegalArgumentException("a cause goes with NOT_PROVEN, and only with it");
        }
    }

    /** How far the analysis of a table came. */
    @Schema(name = "ProofStatus")
    public enum Proof {
        /** The engine and our own reading of the table went through all of it, agree, and found nothing. */
        PROVEN,
        /** The table was analysed to the end; the findings tell what was found. */
        FINDINGS,
        /** The table was not analysed to the end; findings there may be all the same, but they need not be all. */
        NOT_PROVEN
    }
}
