package org.rongcuo.filing;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Caller;
import org.rongcuo.access.Identities.IdentityView;
import org.rongcuo.access.Identities.OpenIdentity;
import org.rongcuo.access.Role;
import org.rongcuo.filing.FilingRequests.AnswerProposal;
import org.rongcuo.filing.FilingRequests.Propose;
import org.rongcuo.filing.ProposalService.ProposalReceipt;
import org.rongcuo.filing.ProposalService.ProposalView;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.RateLimit;
import org.rongcuo.shared.Writes;

@Path("/api/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ProposalResource {
    private final ProposalService service;
    private final Writes writes;
    private final RateLimit rateLimit;
    private final Caller caller;

    ProposalResource(ProposalService service, Writes writes, RateLimit rateLimit, Caller caller) {
        this.service = service;
        this.writes = writes;
        this.rateLimit = rateLimit;
        this.caller = caller;
    }

    @POST
    @Anonymous
    @Operation(
            operationId = "propose",
            summary = "建议启动容错:任何机关、干部或群众均可 · Propose that tolerance be looked at; anyone may",
            description = "凭回执查询答复;限频 · the receipt tells the answer later; rate-limited")
    @APIResponseSchema(value = ProposalReceipt.class, responseCode = "201", responseDescription = "回执 · the receipt")
    public Response propose(Propose body) {
        rateLimit.take("proposal", caller.address());
        return writes.anybody(body, () -> Boolean.TRUE, any -> {
            var receipt = service.propose(body);
            return Outcome.created(receipt, "/api/v1/proposals/by-receipt/" + receipt.receipt());
        });
    }

    @GET
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.INSPECTOR})
    @Operation(operationId = "listProposals", summary = "辖区内的建议,最近在前 · The proposals of the place, the latest first")
    public Page<ProposalView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "true 未答复,false 已答复 · open ones, or answered ones") @QueryParam("open")
                    Boolean open) {
        var rows = service.page(open, page.after(UUID::fromString), page.limit());
        return page.page(rows, proposal -> proposal.id().toString(), service.views(rows)::get, service.counted(open));
    }

    @POST
    @Path("/{proposalId}/answer")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "answerProposal",
            summary = "答复建议:启动案件或说明不采纳的理由 · Answer a proposal: a case started, or declined with reasons")
    @APIResponseSchema(value = ProposalView.class, responseCode = "200", responseDescription = "已答复 · answered")
    public Response answer(@PathParam("proposalId") UUID proposalId, AnswerProposal body) {
        return writes.note(body, () -> service.authorised(proposalId), proposal -> {
            service.answer(proposal, body);
            return Outcome.ok(service.views(List.of(proposal)).get(proposal));
        });
    }

    @POST
    @Path("/{proposalId}/identity")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "openProposerIdentity",
            summary = "开封建议人联系方式,须说明理由 · Open how the proposer is reached, with reasons",
            description = "建议所涉单位的人员除外;记入台账,台账不载身份;内容只显示这一次"
                    + " · not for who belongs to the organ concerned; entered in the ledger, which does not tell who it is;"
                    + " shown this once")
    @APIResponseSchema(value = IdentityView.class, responseCode = "200", responseDescription = "身份 · who it is")
    public Response open(@PathParam("proposalId") UUID proposalId, OpenIdentity body) {
        return writes.note(
                body,
                () -> service.authorisedToOpen(proposalId),
                proposal -> Outcome.once(service.open(proposal, body)));
    }

    @GET
    @Path("/by-receipt/{code}")
    @Anonymous
    @Operation(operationId = "getProposalByReceipt", summary = "凭回执查询答复 · What became of a proposal, by its receipt")
    public ProposalReceipt byReceipt(@PathParam("code") String receipt) {
        rateLimit.take("proposal-receipt", caller.address());
        return service.byReceipt(receipt);
    }
}
