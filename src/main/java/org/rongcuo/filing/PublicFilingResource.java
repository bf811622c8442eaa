package org.rongcuo.filing;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Caller;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.filing.FilingRequests.RemarkOnFiling;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.RateLimit;
import org.rongcuo.shared.Redaction;
import org.rongcuo.shared.Writes;

@Path("/api/v1/public-filings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PublicFilingResource {
    private final Filings filings;
    private final FilingContents contents;
    private final MonitoringService monitoring;
    private final CaseDesk desk;
    private final Writes writes;
    private final RateLimit rateLimit;
    private final Caller caller;

    PublicFilingResource(
            Filings filings,
            FilingContents contents,
            MonitoringService monitoring,
            CaseDesk desk,
            Writes writes,
            RateLimit rateLimit,
            Caller caller) {
        this.filings = filings;
        this.contents = contents;
        this.monitoring = monitoring;
        this.desk = desk;
        this.writes = writes;
        this.rateLimit = rateLimit;
        this.caller = caller;
    }

    /** What the public sees of a filing of a public matter: no person, no organ. */
    @Schema(name = "PublicFiling")
    record PublicFilingView(
            UUID id, String title, String matter, String jurisdiction, LocalDate validFrom, LocalDate validUntil) {}

    /** A remark as taken down. */
    @Schema(name = "PublicRemark")
    record RemarkView(UUID id, Instant recordedAt) {}

    @GET
    @Anonymous
    @Operation(
            operationId = "listPublicFilings",
            summary = "接受群众监督的报备事项 · The filings of public matters that are open to remarks")
    public Page<PublicFilingView> list(@BeanParam PageRequest page) {
        rateLimit.take("public-filings", caller.address());
        var rows = filings.ofPublicMatters(page.after(UUID::fromString), page.limit());
        return page.page(rows, filing -> filing.caseId().toString(), this::view, filings.countOfPublicMatters());
    }

    private PublicFilingView view(Filing filing) {
        var file = desk.unseen(filing.caseId());
        var names = contents.names(file);
        return new PublicFilingView(
                file.id(),
                Redaction.hidden(file.title(), names),
                Redaction.hidden(filing.matter(), names),
                file.jurisdiction().code(),
                filing.validFrom(),
                filing.validUntil());
    }

    @POST
    @Path("/{filingId}/remarks")
    @Anonymous
    @Operation(
            operationId = "remarkOnFiling",
            summary = "群众监督:对公众事项提出意见 · Remark on a public matter",
            description = "可不署名,署名加密保存;限频 · a name is optional and sealed; rate-limited")
    @APIResponseSchema(value = RemarkView.class, responseCode = "201", responseDescription = "已登记 · taken down")
    public Response remark(@PathParam("filingId") UUID filingId, RemarkOnFiling body) {
        rateLimit.take("remark", caller.address());
        return writes.anybody(body, () -> monitoring.openToAll(filingId), file -> {
            var record = monitoring.remark(file, body.text(), body.name());
            return Outcome.created(new RemarkView(record.id(), record.recordedAt()), "/api/v1/public-filings");
        });
    }
}
