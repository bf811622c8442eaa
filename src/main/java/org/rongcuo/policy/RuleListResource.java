package org.rongcuo.policy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Violation;

@Path("/api/v1/checklists")
@Produces(MediaType.APPLICATION_JSON)
class RuleListResource {
    private final Books books;
    private final PolicyService policies;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    RuleListResource(Books books, PolicyService policies, Jurisdictions jurisdictions, Clock clock) {
        this.books = books;
        this.policies = policies;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    @GET
    @Anonymous
    @Operation(
            operationId = "getChecklistsInForce",
            summary = "现行的正面清单、负面清单与核实事项 · Positive list, negative list and questions in force",
            description = "未登录者只见公开的办法 · without login only public books are shown")
    public RuleLists get(
            @Parameter(description = "行政区划代码 · jurisdiction code", required = true) @QueryParam("jurisdiction")
                    String jurisdiction,
            @Parameter(description = "领域 · field of work") @QueryParam("field") String field,
            @Parameter(description = "对象身份 · status of the subject") @QueryParam("subjectStatus")
                    SubjectStatus subjectStatus,
            @Parameter(description = "日期,缺省今日 · date, today unless told") @QueryParam("on") LocalDate on) {
        List<Violation> violations = new ArrayList<>();
        var place = jurisdiction == null
                ? null
                : jurisdictions.findByIdOptional(jurisdiction).orElse(null);
        if (jurisdiction == null) {
            violations.add(Violation.at("query/jurisdiction", "not-null", "必填", "is required"));
        } else if (place == null) {
            violations.add(Jurisdictions.unknown(jurisdiction, "query/jurisdiction"));
        }
        FieldOfWork.unknown(field, "query/field").ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var date = on == null ? Clocks.today(clock) : on;
        var inForce = books.layers(place, field, subjectStatus, date);
        var speaking = inForce.speaking().orElse(null);
        List<RuleLists.Layer> layers = new ArrayList<>();
        Map<String, ItemView> questions = new LinkedHashMap<>();
        for (var version : inForce.all()) {
            if (policies.loggedIn() || version.policy().visibility() == Visibility.PUBLIC) {
                books.usable(version).ifPresent(model -> {
                    layers.add(RuleLists.Layer.of(version, version == speaking, model.outline()));
                    model.outline().items().forEach(item -> questions.putIfAbsent(item.id(), ItemView.of(item)));
                });
            }
        }
        return new RuleLists(date, jurisdiction, field, subjectStatus, layers, List.copyOf(questions.values()));
    }
}
