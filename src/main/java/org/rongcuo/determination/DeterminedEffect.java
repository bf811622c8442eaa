package org.rongcuo.determination;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A favourable effect (结果运用) of a determination.
 *
 * @param effect in the words of the book
 * @param computed whether the book's table attaches it; otherwise the decider added it
 * @param confirmed whether the determination carries it
 * @param reasons why it was declined or added; null where the table's was confirmed
 */
@Schema(name = "DeterminedEffect")
record DeterminedEffect(
        String effect,
        boolean computed,
        boolean confirmed,
        @Nullable String reasons) {}
