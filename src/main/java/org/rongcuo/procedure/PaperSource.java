package org.rongcuo.procedure;

import java.time.LocalDate;
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

    /**
     * What a template is filled with.
     *
     * @param addressee 主送, null for none
     * @param organ who signs (落款机关), by name
     * @param dated 成文日期
     * @param words by placeholder name, in Chinese, such as {@code 当事人}; never null values
     */
    record Paper(String addressee, String organ, LocalDate dated, Map<String, String> words) {}
}
