package org.rongcuo.ledger;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Role;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Problem;

/** The ledger of one rule book, for policy staff and inspectors over its place. */
@Path("/api/v1/policies/{jurisdiction}/{name}/ledger")
@Produces(MediaType.APPLICATION_JSON)
class PolicyLedgerResource {
    private final Jurisdictions jurisdictions;
    private final CurrentRights rights;
    private final Ledger ledger;
    private final LedgerVerification verification;

    PolicyLedgerResource(
            Jurisdictions jurisdictions, CurrentRights rights, Ledger ledger, LedgerVerification verification) {
        this.jurisdictions = jurisdictions;
        this.rights = rights;
        this.ledger = ledger;
        this.verification = verification;
    }

    @GET
    @Operation(operationId = "listPolicyLedger", summary = "办法台账 · The ledger of a rule book, oldest entry first")
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR})
    public Page<EntryView> list(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @BeanParam PageRequest page) {
        var chain = chain(jurisdiction, name);
        Long after = page.after(Long::valueOf);
        var entries = ledger.entries(chain, after == null ? 0 : after, page.limit() + 1);
        return page.page(entries, entry -> Long.toString(entry.sequence()), entry -> entry, ledger.size(chain));
    }

    @GET
    @Path("/verification")
    @Operation(operationId = "verifyPolicyLedger", summary = "校验办法台账 · Verify the ledger of a rule book")
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR})
    public Verification verify(@PathParam("jurisdiction") String jurisdiction, @PathParam("name") String name) {
        return verification.chain(chain(jurisdiction, name));
    }

    /** Every book has a chain from its opening on; what has none does not exist. */
    private String chain(String jurisdiction, String name) {
        var chain = "policy:" + jurisdiction + "/" + name;
        if (ledger.size(chain) == 0) {
            throw Problem.notFound();
        }
        rights.requireOver(
                jurisdictions.findById(jurisdiction), Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR);
        return chain;
    }
}
