package org.rongcuo.checklist;

import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Text;

/** Implemented by the features whose records (engagements, decision evidence) offer answers that a handler may adopt. */
public interface FindingSource {
    List<Finding> findings(UUID caseId, UUID subjectId);

    /**
     * An answer on offer.
     *
     * @param record id of the record that found it
     * @param item the checklist item it answers
     * @param label of the record, such as 第三方评估报告
     */
    record Finding(UUID record, String item, Object value, Text label) {}
}
