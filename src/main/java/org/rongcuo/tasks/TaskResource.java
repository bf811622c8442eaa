package org.rongcuo.tasks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Writes;
import org.rongcuo.tasks.Tasks.Filter;
import org.rongcuo.tasks.Tasks.Place;

@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TaskResource {
    private final Tasks tasks;
    private final TaskService service;
    private final Persons persons;
    private final Writes writes;
    private final Clock clock;

    TaskResource(Tasks tasks, TaskService service, Persons persons, Writes writes, Clock clock) {
        this.tasks = tasks;
        this.service = service;
        this.persons = persons;
        this.writes = writes;
        this.clock = clock;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listTasks",
            summary = "我的待办:办什么、何时到期、是否逾期 · My work: what is due, when, overdue",
            description = "未办的在前,按期限、再按先后排列 · open ones first, by due date, then by age")
    public Page<TaskView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "种类 · kind") @QueryParam("kind") TaskKind kind,
            @Parameter(description = "未办或已办,缺省为全部 · open or done, both unless told") @QueryParam("state")
                    TaskState state,
            @Parameter(description = "所属案件,缺省为全部 · the case, all unless told") @QueryParam("case") UUID caseId,
            @Parameter(description = "是否逾期,缺省为全部 · overdue or not, both unless told") @QueryParam("overdue")
                    Boolean overdue) {
        var today = Clocks.today(clock);
        var filter = new Filter(kind, state, caseId, overdue, today);
        var rows = tasks.page(filter, page.after(Place::parse), page.limit());
        return page.page(rows, task -> Place.of(task).text(), views(rows, today), tasks.counted(filter));
    }

    /** How much of one's work is open and overdue. */
    record TaskSummary(
            @Schema(description = "未办 · open") Page.Count open,

            @Schema(description = "其中逾期 · overdue among them")
            Page.Count overdue) {}

    @GET
    @Path("/summary")
    @Allowed
    @Operation(operationId = "summariseTasks", summary = "我的待办有几件、几件逾期 · How many tasks are open and overdue")
    public TaskSummary summary() {
        var today = Clocks.today(clock);
        return new TaskSummary(
                Page.Count.capped(tasks.counted(new Filter(null, TaskState.OPEN, null, null, today))),
                Page.Count.capped(tasks.counted(new Filter(null, TaskState.OPEN, null, true, today))));
    }

    /** What was found on looking. */
    record CompleteTask(
            @NotBlank @Size(max = 2000) @Schema(description = "办理结果 · what was found and done")
            String remark) {}

    @POST
    @Path("/{taskId}/completion")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.POLICY_EDITOR})
    @Operation(
            operationId = "completeTask",
            summary = "办结待办 · Complete a task",
            description =
                    "办法到期复核以登记复核办结,不在此办结 · a review that falls due is completed by recording the review, not here")
    @APIResponseSchema(value = TaskView.class, responseCode = "200", responseDescription = "已办结 · completed")
    public Response complete(@PathParam("taskId") UUID id, CompleteTask body) {
        return writes.note(body, () -> service.locked(id), task -> {
            service.complete(task, body.remark());
            return Outcome.ok(views(List.of(task), Clocks.today(clock)).apply(task));
        });
    }

    private Function<Task, TaskView> views(List<Task> shown, LocalDate today) {
        var doers = persons.refs(shown.stream().map(Task::doneBy));
        return task -> TaskView.of(task, today, doers);
    }
}
