package org.rongcuo.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.procedure.WorkingYear.Holiday;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;

/** The years of the working calendar: those shipped, and those uploaded in their place or beside them. */
@ApplicationScoped
public class Calendars {
    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private final List<WorkingYear> shipped = ShippedYears.read();
    private final UploadedYears uploaded;
    private final CurrentActor actor;
    private final Event<CalendarEvent> events;
    private final Clock clock;

    Calendars(UploadedYears uploaded, CurrentActor actor, Event<CalendarEvent> events, Clock clock) {
        this.uploaded = uploaded;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /** A year as the State Council announced it. */
    record UploadCalendar(
            @NotBlank @Size(max = 300) @Schema(description = "通知的文号和标题 · number and title of the notice")
            String source,

            @NotNull @Size(min = 1, max = 30) @Schema(description = "放假日期,含其中的周末 · days off, weekends included")
            List<@NotNull @Valid Holiday> holidays,

            @NotNull @Size(max = 60) @Schema(description = "调休上班的周六、周日 · weekend days worked in exchange")
            List<@NotNull LocalDate> worked) {}

    /** All years known, as they stand now. */
    public WorkingCalendar current() {
        return new WorkingCalendar(years());
    }

    Collection<WorkingYear> years() {
        SortedMap<Integer, WorkingYear> years = new TreeMap<>();
        shipped.forEach(year -> years.put(year.year(), year));
        uploaded.listAll().forEach(year -> years.put(year.year(), year.announced()));
        return years.values();
    }

    Optional<UploadedYear> uploaded(int year) {
        return uploaded.findByIdOptional(year);
    }

    Optional<WorkingYear> shipped(int year) {
        return shipped.stream().filter(known -> known.year() == year).findFirst();
    }

    /** @throws Problem 422 when the year contradicts itself */
    UploadedYear upload(int year, UploadCalendar body) {
        if (year < FIRST || year > LAST) {
            throw Problem.invalid(
                    "path/year",
                    "out-of-range",
                    "年份应在 " + FIRST + " 与 " + LAST + " 之间",
                    "The year must be between " + FIRST + " and " + LAST);
        }
        var announced = new WorkingYear(year, body.source(), body.holidays(), body.worked());
        var stored = uploaded.findByIdOptional(year).orElseGet(() -> new UploadedYear(year));
        stored.take(announced, actor.get().personId(), Instant.now(clock));
        uploaded.persist(stored);
        events.fire(new CalendarEvent.WorkingYearUploaded(announced));
        return stored;
    }
}
