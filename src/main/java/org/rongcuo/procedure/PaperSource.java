package org.rongcuo.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** Implemented by each feature whose step issues an official paper (文书): it reads the paper's content from the record. */
public interface PaperSource {
    /** The papers it has the content of. */
    Set<PaperKind> kinds();

    /**
     * The content of a paper.
     *
     * @param about the record it tells of (a determination, a notice); null where the case has but one
     * @throws Problem 409 while the step it tells of has not happened, 422 for a record unknown
     */
    Paper paper(PaperKind kind, UUID caseId, UUID about);

    /** The record meant, the only one where none is named. @throws Problem 409 where there is none, 422 for another */
    static <T> T meant(List<T> records, Function<T, UUID> id, UUID about) {
        if (records.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "step-not-done",
                    new Text("此类文书所依据的办理尚未发生", "What such a paper tells of has not happened"));
        }
        return records.stream()
                .filter(each ->
                        about == null ? records.size() == 1 : id.apply(each).equals(about))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/about", "record-unknown", "请指明文书所依据的一项记录", "Name the record that the paper is to tell of"));
    }

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

        /** The same, dated on another day: what corrects a paper is not as old as that. */
        public Paper dated(LocalDate day) {
            return new Paper(about, subject, addressee, organ, day, words);
        }
    }
}
