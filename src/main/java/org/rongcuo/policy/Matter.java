package org.rongcuo.policy;

import java.time.LocalDate;

/**
 * What decides which books bear on a case: place, field of work, subject, and the two dates.
 *
 * @param jurisdiction code
 * @param field the field of work (领域), null when none is named
 * @param subjectStatus null when unknown; statutes for one status do not reach it then
 * @param conductUntil the last day of the conduct
 * @param decidedOn the day of decision, not before the conduct's end
 */
public record Matter(
        String jurisdiction, String field, SubjectStatus subjectStatus, LocalDate conductUntil, LocalDate decidedOn) {}
