package org.rongcuo.policy;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Role;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.policy.PolicyService.OpenPolicy;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.ETagged;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Writes;

@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PolicyResource {
    private static final String WITH_PARENT =
            "from Policy p join fetch p.jurisdiction left join fetch p.parent q left join fetch q.jurisdiction where ";

    private final Policies policies;
    private final PolicyVersions versions;
    private final PolicyService service;
    private final Books books;
    private final Jurisdictions jurisdictions;
    private final CurrentRights rights;
    private final Writes writes;
    private final Clock clock;

    PolicyResource(
            Policies policies,
            PolicyVersions versions,
            PolicyService service,
            Books books,
            Jurisdictions jurisdictions,
            CurrentRights rights,
            Writes writes,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.service = service;
        this.books = books;
        this.jurisdictions = jurisdictions;
        this.rights = rights;
        this.writes = writes;
        this.clock = clock;
    }

    @GET
    @Anonymous
    @Operation(
            operationId = "listPolicies",
            summary = "规则(决策表)目录 · The rule books",
            description = "未登录者只见公开的办法 · without login only public books are listed")
    public Page<PolicyView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "行政区划代码 · jurisdiction code") @QueryParam("jurisdiction") String jurisdiction,
            @Parameter(description = "种类 · kind of book") @QueryParam("kind") BookKind kind) {
        var where = "(?1 is null or p.jurisdiction.code = ?1) and (?2 is null or p.kind = ?2)"
                + " and (?3 = true or p.visibility = 'PUBLIC')";
        var rows = policies.find(
                        WITH_PARENT + where + " and (?4 is null or p.id > ?4) order by p.id",
                        jurisdiction,
                        kind,
                        service.loggedIn(),
                        page.after(UUID::fromString))
                .range(0, page.limit())
                .list();
        var counted = policies.getEntityManager()
                .createQuery("select 1 from Policy p where " + where, Integer.class)
                .setParameter(1, jurisdiction)
                .setParameter(2, kind)
                .setParameter(3, service.loggedIn())
                .setMaxResults(Page.COUNT_CAP + 1)
                .getResultList()
                .size();
        var inForce = versions.numbersInForce(rows, Clocks.today(clock));
        return page.page(
                rows,
                policy -> policy.id().toString(),
                policy -> PolicyView.of(policy, inForce.get(policy.id())),
                counted);
    }

    @POST
    @Allowed(Role.POLICY_EDITOR)
    @Operation(operationId = "openPolicy", summary = "设立一部办法 · Open a rule book")
    @APIResponseSchema(value = PolicyView.class, responseCode = "201", responseDescription = "已设立 · opened")
    public Response open(OpenPolicy body) {
        return writes.create(
                body,
                () -> {
                    if (body != null
                            && body.jurisdiction() != null
                            && body.jurisdiction().indexOf('\0') < 0) {
                        jurisdictions
                                .findByIdOptional(body.jurisdiction())
                                .ifPresent(over -> rights.requireOver(over, Role.POLICY_EDITOR));
                    }
                },
                () -> {
                    var policy = service.open(body);
                    return Outcome.created(view(policy), "/api/v1/policies/" + policy.key());
                });
    }

    @GET
    @Path("/{jurisdiction}/{name}")
    @Anonymous
    @ETagged
    @Operation(operationId = "getPolicy", summary = "一部办法 · A rule book")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200", responseDescription = "办法 · the book")
    public Response get(@PathParam("jurisdiction") String jurisdiction, @PathParam("name") String name) {
        var policy = service.visible(jurisdiction, name);
        return Response.ok(view(policy))
                .header(HttpHeaders.ETAG, StateVersion.etag(policy.stateVersion()))
                .build();
    }

    /** Which books speak. @param layers most specific first; the first TOLERANCE book speaks */
    record ResolutionView(
            LocalDate on,
            @Nullable String speaking,
            @Nullable LenityMode lenity,
            List<ResolvedLayer> layers) {}

    /** One version in force. */
    record ResolvedLayer(
            String policy,
            Text title,
            BookKind kind,
            boolean speaking,
            int version,
            LocalDate effectiveFrom,
            String contentHash) {}

    @GET
    @Path("/resolve")
    @Anonymous
    @Operation(
            operationId = "resolvePolicies",
            summary = "某日某地某领域由哪些办法说话 · Which books speak on a date, layer by layer",
            description = "未登录者只见公开的办法 · without login only public books are shown")
    public ResolutionView resolve(
            @Parameter(description = "行政区划代码 · jurisdiction code", required = true) @QueryParam("jurisdiction")
                    String jurisdiction,
            @Parameter(description = "领域 · field of work") @QueryParam("field") String field,
            @Parameter(description = "对象身份 · status of the subject") @QueryParam("subjectStatus")
                    SubjectStatus subjectStatus,
            @Parameter(description = "日期,缺省今日 · date, today unless told") @QueryParam("on") LocalDate on) {
        if (jurisdiction == null) {
            throw Problem.invalid("query/jurisdiction", "not-null", "必填", "is required");
        }
        var date = on == null ? Clocks.today(clock) : on;
        var place = jurisdictions.named(jurisdiction, "query/jurisdiction");
        var layers = books.layers(place, FieldOfWork.known(field, "query/field"), subjectStatus, date);
        var speaking = layers.speaking().orElse(null);
        var visible = layers.all().stream()
                .filter(version -> service.loggedIn() || version.policy().visibility() == Visibility.PUBLIC)
                .toList();
        return new ResolutionView(
                date,
                visible.contains(speaking) ? speaking.policy().key() : null,
                visible.contains(speaking) ? speaking.policy().lenityMode() : null,
                visible.stream()
                        .map(version -> new ResolvedLayer(
                                version.policy().key(),
                                version.policy().title(),
                                version.policy().kind(),
                                version == speaking,
                                version.number(),
                                version.effectiveFrom(),
                                version.contentHash()))
                        .toList());
    }

    private PolicyView view(Policy policy) {
        return PolicyView.of(
                policy,
                versions.inForce(policy, Clocks.today(clock))
                        .map(PolicyVersion::number)
                        .orElse(null));
    }
}
