package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Role;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.ModelGate;
import org.rongcuo.dmn.ModelRefused;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** Opens rule books and keeps their drafts. A model enters by the gate alone. */
@ApplicationScoped
class PolicyService {
    private static final Role[] READERS_OF_DRAFTS = {Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR};

    private final Policies policies;
    private final PolicyVersions versions;
    private final Jurisdictions jurisdictions;
    private final ModelGate gate;
    private final CurrentRights rights;
    private final Event<PolicyEvent> events;
    private final Clock clock;

    PolicyService(
            Policies policies,
            PolicyVersions versions,
            Jurisdictions jurisdictions,
            ModelGate gate,
            CurrentRights rights,
            Event<PolicyEvent> events,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.jurisdictions = jurisdictions;
        this.gate = gate;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** A book to be opened; it has no version yet. */
    record OpenPolicy(
            @NotNull @Size(max = 9) String jurisdiction,

            @NotNull
            @Pattern(
                    regexp = "[a-z][a-z0-9-]{0,63}",
                    message = "应以小写字母开头,只含小写字母、数字、连字符|must be lower-case letters, digits, hyphens")
            String name,

            @NotNull BookKind kind,
            @NotBlank @Size(max = 200) String titleZh,
            @NotBlank @Size(max = 200) String titleEn,

            @Schema(description = "只适用于此领域,缺省为全部 · for this field of work only") @Size(max = 20)
            String field,

            @Schema(description = "STATUTE 适用的领域,缺省为全部 · fields a statute reaches") @Size(max = 20)
            List<@NotNull @Size(max = 20) String> scopeFields,

            @Schema(description = "STATUTE 适用的对象,缺省为全部 · subjects a statute reaches") @Size(max = 20)
            List<SubjectStatus> scopeStatuses,

            @Schema(description = "上级办法,如 330900/tolerance · the book above") @Size(max = 80)
            String parent,

            @Schema(description = "从旧兼从轻的方式,TOLERANCE 必填 · required for TOLERANCE")
            LenityMode lenityMode,

            @Size(max = 500) @Schema(description = "其依据 · its legal basis")
            String lenityBasis,

            @NotNull Visibility visibility,

            @Schema(description = "应复核之日 · to be reviewed by")
            LocalDate reviewBy) {}

    /** The book, as the current caller may see it: internal books only with login. @throws Problem 404 */
    Policy visible(String jurisdiction, String name) {
        return policies.of(jurisdiction, name)
                .filter(policy -> policy.visibility() == Visibility.PUBLIC || loggedIn())
                .orElseThrow(Problem::notFound);
    }

    /** The version, as the current caller may see it: drafts only for policy staff over the place and inspectors. */
    PolicyVersion visible(String jurisdiction, String name, int number) {
        var policy = visible(jurisdiction, name);
        return versions.of(policy, number).filter(this::mayRead).orElseThrow(Problem::notFound);
    }

    boolean mayRead(PolicyVersion version) {
        return version.status() == VersionStatus.APPROVED
                || rights.get().holdsOver(version.policy().jurisdiction(), READERS_OF_DRAFTS);
    }

    boolean loggedIn() {
        return !rights.get().isAnonymous();
    }

    /** The book under its lock, for an editor. @throws Problem 404, 403 */
    Policy editable(String jurisdiction, String name) {
        var policy = policies.locked(jurisdiction, name).orElseThrow(Problem::notFound);
        rights.requireOver(policy.jurisdiction(), Role.POLICY_EDITOR);
        return policy;
    }

    /** The version under its book's lock, for an editor. @throws Problem 404, 403 */
    PolicyVersion editable(String jurisdiction, String name, int number) {
        var policy = policies.locked(jurisdiction, name).orElseThrow(Problem::notFound);
        var version = versions.of(policy, number).filter(this::mayRead).orElseThrow(Problem::notFound);
        rights.requireOver(policy.jurisdiction(), Role.POLICY_EDITOR);
        return version;
    }

    Policy open(OpenPolicy opened) {
        var jurisdiction = jurisdictions.named(opened.jurisdiction(), "/jurisdiction");
        FieldOfWork.known(opened.field(), "/field");
        if (opened.scopeFields() != null) {
            for (int i = 0; i < opened.scopeFields().size(); i++) {
                FieldOfWork.known(opened.scopeFields().get(i), "/scopeFields/" + i);
            }
        }
        var speaks = opened.kind() == BookKind.TOLERANCE;
        if (speaks != (opened.lenityMode() != null)) {
            throw Problem.invalid(
                    "/lenityMode",
                    speaks ? "lenity-missing" : "lenity-unexpected",
                    speaks ? "容错办法应写明新旧规则的适用方式" : "只有容错办法有此设置",
                    speaks ? "A TOLERANCE book names its lenity mode" : "Only TOLERANCE books have it");
        }
        if (speaks && (opened.lenityBasis() == null || opened.lenityBasis().isBlank())) {
            throw Problem.invalid("/lenityBasis", "not-blank", "应写明依据", "Name its legal basis");
        }
        if (policies.of(opened.jurisdiction(), opened.name()).isPresent()) {
            throw Problem.of(ProblemType.CONFLICT, "此办法已存在", "The book exists");
        }
        var policy = new Policy(jurisdiction, opened, parent(opened), Instant.now(clock));
        policies.persist(policy);
        events.fire(new PolicyEvent.PolicyOpened(
                policy.key(), policy.stateVersion(), policy.kind(), policy.field(), policy.visibility()));
        return policy;
    }

    private Policy parent(OpenPolicy opened) {
        if (opened.parent() == null) {
            return null;
        }
        var parts = opened.parent().split("/", 2);
        return (parts.length == 2 ? policies.of(parts[0], parts[1]) : java.util.Optional.<Policy>empty())
                .filter(parent -> parent.kind() == opened.kind())
                .filter(parent -> jurisdictions
                        .findById(opened.jurisdiction())
                        .path()
                        .startsWith(parent.jurisdiction().path()))
                .orElseThrow(() -> Problem.invalid(
                        "/parent",
                        "parent-unknown",
                        "应为本级或上级行政区划的同类办法",
                        "must be a book of the same kind in this jurisdiction or above"));
    }

    /**
     * A new draft.
     *
     * @param document the DMN file uploaded, null to start from the version in force
     * @param author null for the product's own seed books
     * @throws Problem 422 when the gate refuses the model or there is no version to start from
     */
    PolicyVersion draft(Policy policy, byte[] document, UUID author) {
        var model = document != null
                ? document
                : versions.inForce(policy, Clocks.today(clock))
                        .orElseThrow(() -> Problem.coded(
                                ProblemType.ACT_NOT_POSSIBLE,
                                "no-version-in-force",
                                new Text("没有现行版本,请上传模型", "No version is in force; upload a model")))
                        .model()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var admitted = admit(policy.kind(), model);
        var version = new PolicyVersion(policy, versions.nextNumber(policy), admitted, author, Instant.now(clock));
        versions.persist(version);
        events.fire(new PolicyEvent.DraftCreated(policy.key(), policy.bump(), version.number(), version.contentHash()));
        return version;
    }

    PolicyVersion save(PolicyVersion version, byte[] document) {
        events.fire(version.save(admit(version.policy().kind(), document), Instant.now(clock)));
        return version;
    }

    /** Takes a version of history over as approved. */
    void importHistory(PolicyVersion version, LocalDate effectiveFrom, String tests, String note) {
        events.fire(version.importFrom(effectiveFrom, tests, note, Instant.now(clock)));
    }

    private org.rongcuo.dmn.AdmittedModel admit(BookKind kind, byte[] document) {
        try {
            return gate.admit(document, kind);
        } catch (ModelRefused refused) {
            throw Problem.withViolations(
                            ProblemType.MODEL_REFUSED,
                            new Text(
                                    "模型有 " + refused.findings().size() + " 处须修改,未保存",
                                    "The model has " + refused.findings().size() + " finding(s); nothing was saved"),
                            refused.findings().stream()
                                    .map(finding -> new Violation(pointer(finding), finding.code(), finding.message()))
                                    .toList())
                    .with("findings", refused.findings());
        }
    }

    /** Where in the model, as a path of element, row and column that people can follow. */
    private static String pointer(org.rongcuo.dmn.Finding finding) {
        var pointer = new StringBuilder();
        if (finding.decision() != null) {
            pointer.append("/decision/").append(finding.decision());
        }
        if (finding.row() != null) {
            pointer.append("/row/").append(finding.row());
        }
        if (finding.column() != null) {
            pointer.append("/column/").append(finding.column());
        }
        if (finding.element() != null) {
            pointer.append("/element/").append(finding.element());
        }
        return pointer.toString();
    }
}
