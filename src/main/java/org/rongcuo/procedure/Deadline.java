package org.rongcuo.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.shared.Ids;

/** The term of one step of a case, from its beginning to its end. {@link Deadlines} alone changes it. */
@Entity
@DynamicUpdate
public class Deadline {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Step step;

    private UUID reference;

    private String doer;

    @Column(name = "started_on")
    private LocalDate startedOn;

    @Column(name = "target_length")
    private Integer targetLength;

    @Column(name = "limit_length")
    private Integer limitLength;

    @Enumerated(EnumType.STRING)
    private TermUnit unit;

    private int extensions;

    @Column(name = "target_on")
    private LocalDate targetOn;

    @Column(name = "limit_on")
    private LocalDate limitOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "paused_on")
    private List<LocalDate> pausedOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "resumed_on")
    private List<LocalDate> resumedOn;

    @Column(name = "extended_by")
    private UUID extendedBy;

    @Column(name = "extended_on")
    private LocalDate extendedOn;

    @Column(name = "extension_reasons")
    private String extensionReasons;

    private String source;

    private String policy;

    private Integer version;

    @Column(name = "row_id")
    private String row;

    @Column(name = "met_on")
    private LocalDate metOn;

    @Column(name = "dropped_on")
    private LocalDate droppedOn;

    protected Deadline() {}

    /** A step without a term: no book speaks. @param doer who does it, in the words of the cases */
    Deadline(UUID caseId, Step step, UUID reference, String doer, LocalDate startedOn) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.step = step;
        this.reference = reference;
        this.doer = doer;
        this.startedOn = startedOn;
        this.pausedOn = List.of();
        this.resumedOn = List.of();
    }

    /** Takes the book's word for where the term comes from and how often it may be extended. */
    void rest(Limits.Limit limit) {
        extensions = limit.extensions();
        source = limit.source();
        policy = limit.policy();
        version = limit.version();
        row = limit.row();
    }

    /** The term has the book's lengths. */
    void last(Limits.Limit limit, WorkingCalendar calendar) {
        targetLength = limit.target().length();
        limitLength = limit.limit().length();
        unit = limit.limit().unit();
        reckon(calendar);
    }

    /** The act itself sets the last day. */
    void lastUntil(LocalDate until) {
        targetOn = until;
        limitOn = until;
    }

    /** Reckons its two dates, anew where the calendar has become another; a last day that an act has set stays. */
    void reckon(WorkingCalendar calendar) {
        if (unit != null) {
            targetOn = new Term(targetLength, unit).end(startedOn, pauses(), calendar);
            var length = extendedOn == null ? limitLength : 2 * limitLength;
            limitOn = new Term(length, unit).end(startedOn, pauses(), calendar);
        }
    }

    /** The clock stops, unless it stands still already. */
    void pause(LocalDate from) {
        if (!isPaused()) {
            pausedOn = plus(pausedOn, from.isBefore(startedOn) ? startedOn : from);
        }
    }

    /** The clock goes on, and both dates are later by as long as it stood still. */
    void resume(LocalDate on, WorkingCalendar calendar) {
        if (!isPaused()) {
            return;
        }
        var from = pausedOn.get(pausedOn.size() - 1);
        var resumed = on.isBefore(from) ? from : on;
        resumedOn = plus(resumedOn, resumed);
        if (unit == null && limitOn != null && !from.isAfter(limitOn)) {
            var days = ChronoUnit.DAYS.between(from, resumed);
            targetOn = calendar.workingOnOrAfter(targetOn.plusDays(days));
            limitOn = calendar.workingOnOrAfter(limitOn.plusDays(days));
        }
        reckon(calendar);
    }

    /** The limit is later by the same length again; the target stays. */
    void extend(UUID person, LocalDate on, String reasons, WorkingCalendar calendar) {
        extendedBy = person;
        extendedOn = on;
        extensionReasons = reasons;
        reckon(calendar);
    }

    /** Somebody else has to do what is left of it. */
    void pass(String to) {
        doer = to;
    }

    void meet(LocalDate on) {
        metOn = on;
    }

    void drop(LocalDate on) {
        droppedOn = on;
    }

    private static List<LocalDate> plus(List<LocalDate> days, LocalDate day) {
        var more = new ArrayList<>(days);
        more.add(day);
        return List.copyOf(more);
    }

    /** As they are reckoned: the day of the start does not count anyway, so the clock stops on the day after at the earliest. */
    private List<Term.Pause> pauses() {
        List<Term.Pause> pauses = new ArrayList<>();
        for (int i = 0; i < resumedOn.size(); i++) {
            var from = pausedOn.get(i).isAfter(startedOn) ? pausedOn.get(i) : startedOn.plusDays(1);
            if (from.isBefore(resumedOn.get(i))) {
                pauses.add(new Term.Pause(from, resumedOn.get(i)));
            }
        }
        return pauses;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public Step step() {
        return step;
    }

    /** The objection, the subject and the like that it is about; null for the case's own steps. */
    public UUID reference() {
        return reference;
    }

    /** Who has to do it now, in the words of the cases. */
    public String doer() {
        return doer;
    }

    public LocalDate startedOn() {
        return startedOn;
    }

    /** By when it should be done; null where no book speaks. */
    public LocalDate targetOn() {
        return targetOn;
    }

    /** By when it must be done; null where no book speaks. */
    public LocalDate limitOn() {
        return limitOn;
    }

    /** Null where no book speaks, and where the act itself set the last day. */
    public Integer targetLength() {
        return targetLength;
    }

    /** Null where no book speaks, and where the act itself set the last day. */
    public Integer limitLength() {
        return limitLength;
    }

    /** Null where no book speaks, and where the act itself set the last day. */
    public TermUnit unit() {
        return unit;
    }

    /** How often the book allows it to be extended. */
    public int extensions() {
        return extensions;
    }

    /** First days on which the clock stood still. */
    public List<LocalDate> pausedOn() {
        return pausedOn;
    }

    /** For each pause the day from which the clock goes on; one less than pauses while it stands still. */
    public List<LocalDate> resumedOn() {
        return resumedOn;
    }

    /** Null unless extended. */
    public UUID extendedBy() {
        return extendedBy;
    }

    /** Null unless extended. */
    public LocalDate extendedOn() {
        return extendedOn;
    }

    /** Null unless extended. */
    public String extensionReasons() {
        return extensionReasons;
    }

    /** Where the numbers come from, in the book's words; null where no book speaks. */
    public String source() {
        return source;
    }

    /** {@code <jurisdiction>/<name>}; null where no book speaks. */
    public String policy() {
        return policy;
    }

    /** Null where no book speaks. */
    public Integer version() {
        return version;
    }

    /** Id of the book's row; null where no book speaks. */
    public String row() {
        return row;
    }

    /** Null until it is done. */
    public LocalDate metOn() {
        return metOn;
    }

    /** Null unless it ended without being done, because the case went another way. */
    public LocalDate droppedOn() {
        return droppedOn;
    }

    public boolean isPaused() {
        return pausedOn.size() > resumedOn.size();
    }

    /** Whether it is still to be done, overdue or not, standing still or not. */
    public boolean isRunning() {
        return metOn == null && droppedOn == null;
    }

    /** Whether it is still to be done and its last day is over; while the clock stands still it is not. */
    public boolean isOver(LocalDate today) {
        return isRunning() && !isPaused() && limitOn != null && limitOn.isBefore(today);
    }
}
