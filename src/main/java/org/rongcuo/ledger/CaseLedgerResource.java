package org.rongcuo.ledger;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.CaseVisibility;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;

/** The ledger of one case, for whoever may see the case; whom it concerns is told only a part of each entry. */
@Path("/api/v1/cases/{caseId}/ledger")
@Produces(MediaType.APPLICATION_JSON)
class CaseLedgerResource {
    private final CaseVisibility visibility;
    private final Ledger ledger;
    private final LedgerVerification verification;

    CaseLedgerResource(CaseVisibility visibility, Ledger ledger, LedgerVerification verification) {
        this.visibility = visibility;
        this.ledger = ledger;
        this.verification = verification;
    }

    @GET
    @Operation(operationId = "listCaseLedger", summary = "案件台账 · The ledger of a case, oldest entry first")
    @Allowed
    public Page<EntryView> list(@PathParam("caseId") UUID caseId, @BeanParam PageRequest page) {
        visibility.requireVisible(caseId);
        Long after = page.after(Long::valueOf);
        var entries = ledger.toldEntries(chain(caseId), after == null ? 0 : after, page.limit() + 1);
        return page.page(entries, entry -> Long.toString(entry.sequence()), entry -> entry, ledger.size(chain(caseId)));
    }

    @GET
    @Path("/verification")
    @Operation(operationId = "verifyCaseLedger", summary = "校验案件台账 · Verify the ledger of a case")
    @Allowed
    public Verification verify(@PathParam("caseId") UUID caseId) {
        visibility.requireVisible(caseId);
        return verification.chain(chain(caseId));
    }

    private static String chain(UUID caseId) {
        return "case:" + caseId;
    }
}
