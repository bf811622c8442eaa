package org.rongcuo.procedure;

import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Text;

/** Implemented by each feature to say what its part of a case's record lacks, before the case is archived (一案一档). */
public interface RecordCheck {
    /** @return what is missing, by step; empty when the part is whole */
    List<Gap> gaps(UUID caseId);

    /** Something missing. @param step the step it belongs to, such as {@code verification} */
    record Gap(String step, String code, Text text) {}
}
