package org.rongcuo.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rongcuo.access.Anonymous;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** What the {@code type} of a problem leads to (RFC 9457 §3.1.1); therefore outside {@code /api/v1}. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
class ProblemsResource {
    /** One entry of the catalogue. */
    record ProblemTypeView(
            @Schema(description = "问题类型的地址 · the type's address", examples = "/problems/not-found")
            String type,

            @Schema(description = "HTTP 状态码 · the HTTP status")
            int status,

            @Schema(description = "简要说明 · short summary") Text title) {
        static ProblemTypeView of(ProblemType type) {
            return new ProblemTypeView(type.uri(), type.status(), type.title());
        }
    }

    @GET
    @Anonymous
    @Operation(operationId = "listProblemTypes", summary = "列出全部问题类型 · List all problem types")
    public List<ProblemTypeView> list() {
        return Arrays.stream(ProblemType.values()).map(ProblemTypeView::of).toList();
    }

    @GET
    @Path("/{slug}")
    @Anonymous
    @Operation(operationId = "getProblemType", summary = "说明一个问题类型 · Explain a problem type")
    public ProblemTypeView get(
            @PathParam("slug") @Parameter(description = "类型代码 · the type's slug", example = "not-found") String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(ProblemTypeView::of)
                .orElseThrow(Problem::notFound);
    }
}
