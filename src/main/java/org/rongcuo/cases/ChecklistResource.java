package org.rongcuo.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.checklist.ChecklistService.AnswerItems;
import org.rongcuo.checklist.ChecklistView;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.shared.ETagged;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/checklists/{subjectId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ChecklistResource {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final Documents documents;
    private final EvaluationRecords records;
    private final EvaluationService evaluations;
    private final ChecklistService checklists;
    private final Sheets sheets;
    private final CaseService service;
    private final CaseActs acts;
    private final CaseReaders readers;
    private final Persons persons;
    private final Writes writes;

    ChecklistResource(
            CaseFiles cases,
            Subjects subjects,
            Documents documents,
            EvaluationRecords records,
            EvaluationService evaluations,
            ChecklistService checklists,
            Sheets sheets,
            CaseService service,
            CaseActs acts,
            CaseReaders readers,
            Persons persons,
            Writes writes) {
        this.cases = cases;
        this.subjects = subjects;
        this.documents = documents;
        this.records = records;
        this.evaluations = evaluations;
        this.checklists = checklists;
        this.sheets = sheets;
        this.service = service;
        this.acts = acts;
        this.readers = readers;
        this.persons = persons;
        this.writes = writes;
    }

    /** The subject whose answers the current person reads. @throws Problem 404 */
    private Subject read(CaseFile file, UUID subjectId) {
        var subject = subjects.of(file.id(), subjectId);
        if (!readers.of(file).reads(subject.id())) {
            throw Problem.notFound();
        }
        return subject;
    }

    private ChecklistService.Sheet sheet(CaseFile file, UUID subjectId) {
        return sheets.of(file, subjects.of(file.id(), subjectId));
    }

    @GET
    @Allowed
    @ETagged
    @Operation(
            operationId = "getChecklist",
            summary = "当事人的核实清单与答案 · A subject's checklist and its answers",
            description = "由适用的各版本即时导出 · derived on read from the versions that apply")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200", responseDescription = "清单 · the checklist")
    public Response get(@PathParam("id") UUID id, @PathParam("subjectId") UUID subjectId) {
        var file = cases.visible(id);
        var view = checklists.derive(sheets.of(file, read(file, subjectId)));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, StateVersion.etag(view.revision()))
                .build();
    }

    @PUT
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @ETagged
    @Operation(
            operationId = "answerChecklist",
            summary = "填写核实清单:只改所列事项 · Answer the checklist; only the items named change",
            description =
                    "可用 If-Match 送回清单的 ETag,以免覆盖他人刚填的答案 · If-Match is optional here; with it a colleague's newer answers are not overwritten")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200", responseDescription = "已填写 · answered")
    public Response answer(
            @PathParam("id") UUID id,
            @PathParam("subjectId") UUID subjectId,
            @Parameter(description = "清单的 ETag · the checklist's ETag") @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            AnswerItems body) {
        return writes.note(body, () -> acts.authorised(id, CaseAct.CHECKLISTS), file -> {
            var sheet = sheet(file, subjectId);
            if (ifMatch != null) {
                StateVersion.check(
                        ifMatch,
                        checklists.revision(sheet),
                        file.chain(),
                        (chain, revision) -> checklists.changesSince(sheet, revision));
            }
            file.require(CaseAct.CHECKLISTS);
            sheets.requireOpen(file, subjects.of(id, subjectId));
            service.noteHandler(file);
            var view = checklists.answer(sheet, body, documents.ids(id));
            return Outcome.ok(view, view.revision());
        });
    }

    @GET
    @Path("/evaluations")
    @Allowed
    @Operation(operationId = "listEvaluations", summary = "评估记录,最近在前 · Evaluations on record, the latest first")
    public List<EvaluationRecordView> evaluations(@PathParam("id") UUID id, @PathParam("subjectId") UUID subjectId) {
        var subject = read(cases.visible(id), subjectId);
        return EvaluationRecordView.of(records.of(id, subject.id()), persons);
    }

    @GET
    @Path("/evaluations/{evaluationId}")
    @Allowed
    @Operation(operationId = "getEvaluation", summary = "一份评估记录 · An evaluation on record")
    public EvaluationRecordView evaluation(
            @PathParam("id") UUID id,
            @PathParam("subjectId") UUID subjectId,
            @PathParam("evaluationId") UUID evaluationId) {
        var subject = read(cases.visible(id), subjectId);
        return view(records.of(id, subject.id(), evaluationId).orElseThrow(Problem::notFound));
    }

    @GET
    @Path("/evaluations/{evaluationId}/explanation")
    @Allowed
    @Operation(
            operationId = "explainEvaluation",
            summary = "一份评估记录的逐行说明:每行命中与否、差在哪一列 · Why each row matched or not in an evaluation on record",
            description = "按记录中的事实与版本重新推算,多年以后亦然 · worked out again from the facts and versions on record")
    public EvaluationView explanation(
            @PathParam("id") UUID id,
            @PathParam("subjectId") UUID subjectId,
            @PathParam("evaluationId") UUID evaluationId) {
        var file = cases.visible(id);
        var subject = read(file, subjectId);
        var record = records.of(file.id(), subject.id(), evaluationId).orElseThrow(Problem::notFound);
        return evaluations.explain(record, file.jurisdiction().code());
    }

    @POST
    @Path("/evaluations")
    @Consumes(MediaType.WILDCARD)
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @Operation(operationId = "evaluateChecklist", summary = "以现有答案评估并入卷 · Evaluate the answers at hand, on the record")
    @APIResponseSchema(
            value = EvaluationRecordView.class,
            responseCode = "201",
            responseDescription = "已评估 · evaluated")
    public Response evaluate(@PathParam("id") UUID id, @PathParam("subjectId") UUID subjectId) {
        return writes.note(Writes.NO_BODY, () -> acts.authorised(id, CaseAct.EVALUATIONS), file -> {
            file.require(CaseAct.EVALUATIONS);
            var sheet = sheet(file, subjectId);
            sheets.requireOpen(file, subjects.of(id, subjectId));
            service.noteHandler(file);
            var record = checklists.evaluate(sheet);
            return Outcome.created(
                    view(record), "/api/v1/cases/" + id + "/checklists/" + subjectId + "/evaluations/" + record.id());
        });
    }

    private EvaluationRecordView view(EvaluationRecord record) {
        return EvaluationRecordView.of(List.of(record), persons).get(0);
    }
}
