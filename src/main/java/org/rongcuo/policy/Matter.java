package org.rongcuo.policy;

import java.time.LocalDate;

/**
 * What decides which books bear on a case: place, field of work, subject, and the two dates.
 *
 * @param jurisdiction code
 * @param field the field of work (领域), null when none is named
 * @param subjectStatus null when unknown; a statute for some statuses does not reach it then, but refers
 *     ({@code subject-status-unknown}) where it might entitle to more than the speaking book gives
 * @param conductUntil the last day of the conduct
 * @param decidedOn the day of decision, not before the conduct's end
 */
public record Matter(
        String jurisdiction, String field, SubjectStatus subjectStatus, LocalDate conductUntil, LocalDate decidedOn) {}
