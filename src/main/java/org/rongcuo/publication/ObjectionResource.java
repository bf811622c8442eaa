package org.rongcuo.publication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Caller;
import org.rongcuo.publication.NoticeView.Told;
import org.rongcuo.shared.RateLimit;

/** The answer to an objection, for whoever holds its receipt. */
@Path("/api/v1/objections")
@Produces(MediaType.APPLICATION_JSON)
class ObjectionResource {
    private final ObjectionService service;
    private final RateLimit rateLimit;
    private final Caller caller;

    ObjectionResource(ObjectionService service, RateLimit rateLimit, Caller caller) {
        this.service = service;
        this.rateLimit = rateLimit;
        this.caller = caller;
    }

    @GET
    @Path("/{receipt}")
    @Anonymous
    @Operation(operationId = "getObjection", summary = "凭回执号查询异议的答复 · The answer to an objection, by its receipt")
    public Told get(@Parameter(description = "回执号 · the receipt's code") @PathParam("receipt") String receipt) {
        rateLimit.take("objection-answer", caller.address());
        return Told.of(service.ofReceipt(receipt));
    }
}
