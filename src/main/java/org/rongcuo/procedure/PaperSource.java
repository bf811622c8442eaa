package org.rongcuo.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Implemented by each feature whose step issues an official paper (文书): it reads the paper's content from the record. */
public interface PaperSource {
    /** The papers it has the content of. */
    Set<PaperKind> kinds();

    /**
     * The content of a paper.
     *
     * @param about the record it tells of (a determination, a notice); null where the case has but one
     * @throws org.rongcuo.shared.Problem 409 while the step it tells of has not happened, 422 for a record unknown
     */
    Paper paper(PaperKind kind, UUID caseId, UUID about);

    /** The papers that what has happened in a case calls for; a case is not archived without them. */
    default List<Due> due(UUID caseId) {
        return List.of();
    }

    /** A paper called for. @param about the record it tells of, as in its {@link Paper}. @param whom whom it is for, by name */
    record Due(PaperKind kind, UUID about, String whom) {}

    /**
     * What a template is filled with.
     *
     * @param about the record it was read from, also where it was not asked for by its id: a record's paper is issued once.
     *     Null where the case has but one such step
     * @param subject the subject of the case whom it is about, and who alone of the subjects reads it; null for a paper to
     *     all whom the case concerns
     * @param addressee 主送, null for none
     * @param organ who signs (落款机关), by name
     * @param dated 成文日期
     * @param words by {@link PaperWord#word()}, in Chinese: all words of the kind, never null values, an empty text for
     *     what the record does not say
     */
    record Paper(UUID about, UUID subject, String addressee, String organ, LocalDate dated, Map<String, String> words) {
        /** A paper to all whom the case concerns, of a step that the case has once. */
        public Paper(String addressee, String organ, LocalDate dated, Map<String, String> words) {
            this(null, null, addressee, organ, dated, words);
        }
    }
}
