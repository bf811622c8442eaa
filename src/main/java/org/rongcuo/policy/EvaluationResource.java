package org.rongcuo.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Caller;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.RateLimit;
import org.rongcuo.shared.StoresNothing;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Validation;
import org.rongcuo.shared.Violation;

@Path("/api/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class EvaluationResource {
    private static final Text NO_BASIS = new Text("自测结果不作为认定依据", "A self-check is no basis for a determination");

    private final EvaluationService evaluations;
    private final RecentBooks books;
    private final PolicyService policies;
    private final Jurisdictions jurisdictions;
    private final Validation validation;
    private final RateLimit rateLimit;
    private final Caller caller;
    private final Clock clock;

    EvaluationResource(
            EvaluationService evaluations,
            RecentBooks books,
            PolicyService policies,
            Jurisdictions jurisdictions,
            Validation validation,
            RateLimit rateLimit,
            Caller caller,
            Clock clock) {
        this.evaluations = evaluations;
        this.books = books;
        this.policies = policies;
        this.jurisdictions = jurisdictions;
        this.validation = validation;
        this.rateLimit = rateLimit;
        this.caller = caller;
        this.clock = clock;
    }

    /** From the first to the last day of the conduct. */
    @Schema(name = "EvaluateConduct")
    record Conduct(
            @NotNull @Schema(description = "行为起始日 · first day")
            LocalDate from,

            @Schema(description = "行为最后一日,缺省为起始日 · last day, the first unless told")
            LocalDate to) {
        LocalDate until() {
            return to == null ? from : to;
        }
    }

    /** What to evaluate. */
    record Evaluate(
            @NotNull
            @Pattern(regexp = "[0-9]{6}([0-9]{3})?", message = "应为六位或九位数字的代码|must be a code of six or nine digits")
            @Schema(description = "行政区划代码 · jurisdiction code", examples = "330922")
            String jurisdiction,

            @Schema(description = "领域,缺省为不限 · field of work", examples = "重大项目建设") @Size(max = 20)
            String field,

            @NotNull @Valid Conduct conduct,

            @Schema(description = "认定之日,缺省今日 · day of decision, today unless told")
            LocalDate decidedOn,

            @Schema(description = "对象身份 · status of the subject")
            SubjectStatus subjectStatus,

            @NotNull
            @Size(max = 500)
            @Schema(description = "已查明的事项,以事项标识为键;未查明的不列 · answers by item; leave out the unknown")
            Map<@Size(max = 100) String, Object> facts) {}

    @POST
    @Anonymous
    @StoresNothing
    @Operation(
            operationId = "evaluate",
            summary = "按现行规则试评:建议、理由、依据 · Evaluate: recommendation with reasons",
            description = "不存储。未登录即自测,不作为认定依据,限频 · Stores nothing. Without login it is a self-check, rate-limited")
    public EvaluationView evaluate(
            @Parameter(description = Expand.DESCRIPTION) @QueryParam("expand") Expand expand, Evaluate body) {
        if (!policies.loggedIn()) {
            rateLimit.take("self-check", caller.address());
        }
        var asked = validation.valid(body);
        var decidedOn = asked.decidedOn() == null ? Clocks.today(clock) : asked.decidedOn();
        requireConsistent(asked, decidedOn);
        var matter = new Matter(
                asked.jurisdiction(),
                asked.field(),
                asked.subjectStatus(),
                asked.conduct().until(),
                decidedOn);
        var dates = books.at(matter);
        if (!policies.loggedIn()
                && dates.answerable().stream()
                        .anyMatch(version -> version.policy().visibility() != Visibility.PUBLIC)) {
            throw Problem.coded(
                    ProblemType.NOT_AUTHENTICATED,
                    "internal-book",
                    new Text("适用的办法不对外公开,请登录", "A book that applies is internal; please log in"));
        }
        var evaluated = evaluations.evaluate(dates, asked.facts(), Expand.judging(expand));
        return new EvaluationView(
                evaluated.facts(),
                evaluated.recommendation(),
                evaluated.possible(),
                evaluated.openItems(),
                evaluated.assumed(),
                evaluated.chains(),
                evaluated.lenity(),
                evaluated.engine(),
                policies.loggedIn() ? null : NO_BASIS);
    }

    private void requireConsistent(Evaluate asked, LocalDate decidedOn) {
        List<Violation> violations = new ArrayList<>();
        if (jurisdictions.findByIdOptional(asked.jurisdiction()).isEmpty()) {
            violations.add(Jurisdictions.unknown(asked.jurisdiction(), "/jurisdiction"));
        }
        FieldOfWork.unknown(asked.field(), "/field").ifPresent(violations::add);
        var conduct = asked.conduct();
        if (conduct.until().isBefore(conduct.from())) {
            violations.add(Violation.at("/conduct/to", "before-start", "不得早于起始日", "must not precede the first day"));
        }
        if (decidedOn.isBefore(conduct.until())) {
            violations.add(Violation.at(
                    "/decidedOn", "before-conduct", "认定之日不得早于行为最后一日", "must not precede the last day of the conduct"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }
}
