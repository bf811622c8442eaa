package org.rongcuo.ledger;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.shared.Problem;

/** The ledger as a whole. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
class LedgerResource {
    private final LedgerVerification verification;

    LedgerResource(LedgerVerification verification) {
        this.verification = verification;
    }

    @GET
    @Path("/verification")
    @Operation(
            operationId = "verifyLedger",
            summary = "校验台账 · Verify the ledger",
            description =
                    "重新计算全部(或一条链的)散列,指出第一处不符;不显示案件内容 · "
                            + "Computes all hashes (or those of one chain) anew and names the first that does not hold; shows no case's content")
    @Allowed({Role.INSPECTOR, Role.ADMINISTRATOR})
    public Verification verify(
            @QueryParam("chain")
                    @Parameter(
                            description = "记录链,缺省为全部 · the chain, all unless told",
                            example = "policy:330900/tolerance")
                    String chain) {
        if (chain == null || chain.isBlank()) {
            return verification.all();
        }
        var found = verification.chain(chain);
        if (found.chains() == 0) {
            throw Problem.notFound();
        }
        return found;
    }
}
