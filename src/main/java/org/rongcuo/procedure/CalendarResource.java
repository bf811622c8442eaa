package org.rongcuo.procedure;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.procedure.Calendars.UploadCalendar;
import org.rongcuo.procedure.WorkingYear.Holiday;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Writes;

@Path("/api/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CalendarResource {
    /** The calendar is the nation's: who uploads it administers the root of the tree. */
    private static final String NATION = "000000";

    private final Calendars calendars;
    private final Jurisdictions jurisdictions;
    private final Persons persons;
    private final CurrentRights rights;
    private final Writes writes;

    CalendarResource(
            Calendars calendars, Jurisdictions jurisdictions, Persons persons, CurrentRights rights, Writes writes) {
        this.calendars = calendars;
        this.jurisdictions = jurisdictions;
        this.persons = persons;
        this.rights = rights;
        this.writes = writes;
    }

    /**
     * A year of the working calendar.
     *
     * @param recordedBy null for a year that the product ships, as is the time
     */
    record CalendarView(
            int year,
            String source,
            List<Holiday> holidays,
            List<LocalDate> worked,
            @Nullable PersonRef recordedBy,
            @Nullable Instant recordedAt) {
        static CalendarView of(WorkingYear year, @Nullable PersonRef recordedBy, @Nullable Instant recordedAt) {
            return new CalendarView(year.year(), year.source(), year.holidays(), year.worked(), recordedBy, recordedAt);
        }
    }

    @GET
    @Anonymous
    @Operation(operationId = "listCalendars", summary = "已公布的年份 · The years announced")
    public List<Integer> list() {
        return calendars.years().stream().map(WorkingYear::year).toList();
    }

    @GET
    @Path("/{year}")
    @Anonymous
    @Operation(operationId = "getCalendar", summary = "一年的放假与调休 · Days off and days worked in exchange of a year")
    public CalendarView get(@PathParam("year") int year) {
        return calendars
                .uploaded(year)
                .map(this::view)
                .or(() -> calendars.shipped(year).map(shipped -> CalendarView.of(shipped, null, null)))
                .orElseThrow(Problem::notFound);
    }

    @PUT
    @Path("/{year}")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(operationId = "uploadCalendar", summary = "录入或更正一年的放假与调休 · Upload a year, or upload it anew")
    @APIResponseSchema(value = CalendarView.class, responseDescription = "已录入 · uploaded")
    public Response upload(@PathParam("year") int year, UploadCalendar body) {
        return writes.note(body, this::authorise, nation -> Outcome.ok(view(calendars.upload(year, body))));
    }

    private String authorise() {
        rights.requireOver(jurisdictions.findById(NATION), Role.ADMINISTRATOR);
        return NATION;
    }

    private CalendarView view(UploadedYear year) {
        return CalendarView.of(
                year.announced(), persons.refs(Stream.of(year.recordedBy())).get(year.recordedBy()), year.recordedAt());
    }
}
