package org.rongcuo.procedure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/** Implemented by each feature to say what its part of a case's record lacks, before the case is archived (一案一档). */
public interface RecordCheck {
    /** @return what is missing, by step; empty when the part is whole */
    List<Gap> gaps(UUID caseId);

    /**
     * Something missing.
     *
     * @param step the step it belongs to, such as {@code verification}
     * @param about the record that it is missing of, which tells it apart from others of its code; null where the case has
     *     but one
     */
    record Gap(String step, String code, @Nullable String about, Text text) {
        /** Something that can be missing of a case but once. */
        public Gap(String step, String code, Text text) {
            this(step, code, null, text);
        }

        /** Something missing of one of several records. */
        public static Gap of(UUID record, String step, String code, Text text) {
            return new Gap(step, code, record == null ? null : record.toString(), text);
        }
    }
}
