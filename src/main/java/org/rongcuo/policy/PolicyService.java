package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Role;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** Opens rule books and keeps their drafts. What it is given of a model has passed the gate. */
@ApplicationScoped
class PolicyService {
    private static final Role[] READERS_OF_DRAFTS = {Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR};

    private final Policies policies;
    private final PolicyVersions versions;
    private final Jurisdictions jurisdictions;
    private final Vocabulary vocabulary;
    private final CurrentRights rights;
    private final Event<PolicyEvent> events;
    private final Clock clock;

    PolicyService(
            Policies policies,
            PolicyVersions versions,
            Jurisdictions jurisdictions,
            Vocabulary vocabulary,
            CurrentRights rights,
            Event<PolicyEvent> events,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.jurisdictions = jurisdictions;
        this.vocabulary = vocabulary;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** A book to be opened; it has no version yet. */
    record OpenPolicy(
            @NotNull
            @Pattern(regexp = "[0-9]{6}([0-9]{3})?", message = "应为六位或九位数字的代码|must be a code of six or nine digits")
            String jurisdiction,

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
            List<@NotNull SubjectStatus> scopeStatuses,

            @Pattern(
                    regexp = "[0-9]{6}([0-9]{3})?/[a-z][a-z0-9-]{0,63}",
                    message = "应如 330900/tolerance|must be like 330900/tolerance")
            @Schema(description = "上级办法,如 330900/tolerance · the book above")
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

    /** The version under its book's lock, for who holds one of the roles over the place. @throws Problem 404, 403 */
    PolicyVersion locked(String jurisdiction, String name, int number, Role... roles) {
        var policy = policies.locked(jurisdiction, name).orElseThrow(Problem::notFound);
        var version = versions.of(policy, number).filter(this::mayRead).orElseThrow(Problem::notFound);
        rights.requireOver(policy.jurisdiction(), roles);
        return version;
    }

    /** The book under its lock, for who holds the role over the place. @throws Problem 404, 403 */
    Policy locked(String jurisdiction, String name, Role role) {
        var policy = policies.locked(jurisdiction, name).orElseThrow(Problem::notFound);
        rights.requireOver(policy.jurisdiction(), role);
        return policy;
    }

    /** @throws Problem 422 with everything that does not fit together, 409 when the book exists */
    Policy open(OpenPolicy opened) {
        List<Violation> violations = new ArrayList<>();
        var jurisdiction = jurisdictions.findByIdOptional(opened.jurisdiction()).orElse(null);
        if (jurisdiction == null) {
            violations.add(Jurisdictions.unknown(opened.jurisdiction(), "/jurisdiction"));
        }
        var parent = parent(opened, jurisdiction, violations);
        fields(opened, violations);
        lenity(opened, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        if (policies.of(opened.jurisdiction(), opened.name()).isPresent()) {
            throw Problem.of(ProblemType.CONFLICT, "此办法已存在", "The book exists");
        }
        var policy = new Policy(jurisdiction, opened, parent, Instant.now(clock));
        policies.persist(policy);
        events.fire(new PolicyEvent.PolicyOpened(
                policy.key(), policy.stateVersion(), policy.kind(), policy.field(), policy.visibility()));
        return policy;
    }

    private static void fields(OpenPolicy opened, List<Violation> violations) {
        FieldOfWork.unknown(opened.field(), "/field").ifPresent(violations::add);
        var scope = opened.scopeFields() == null ? List.<String>of() : opened.scopeFields();
        for (int i = 0; i < scope.size(); i++) {
            FieldOfWork.unknown(scope.get(i), "/scopeFields/" + i).ifPresent(violations::add);
        }
        if (opened.kind() == BookKind.STATUTE) {
            return;
        }
        // Other kinds are not looked at by scope: it would promise a limit that nobody keeps.
        for (var member : Map.of(
                        "/scopeFields",
                        scope,
                        "/scopeStatuses",
                        opened.scopeStatuses() == null ? List.of() : opened.scopeStatuses())
                .entrySet()) {
            if (!member.getValue().isEmpty()) {
                violations.add(Violation.at(
                        member.getKey(), "scope-unexpected", "只有法规(STATUTE)有适用范围", "Only STATUTE books have a scope"));
            }
        }
    }

    private static void lenity(OpenPolicy opened, List<Violation> violations) {
        var speaks = opened.kind() == BookKind.TOLERANCE;
        if (speaks != (opened.lenityMode() != null)) {
            violations.add(Violation.at(
                    "/lenityMode",
                    speaks ? "lenity-missing" : "lenity-unexpected",
                    speaks ? "容错办法应写明新旧规则的适用方式" : "只有容错办法有此设置",
                    speaks ? "A TOLERANCE book names its lenity mode" : "Only TOLERANCE books have it"));
        }
        if (speaks && (opened.lenityBasis() == null || opened.lenityBasis().isBlank())) {
            violations.add(Violation.at("/lenityBasis", "not-blank", "应写明依据", "Name its legal basis"));
        }
    }

    private Policy parent(OpenPolicy opened, Jurisdiction jurisdiction, List<Violation> violations) {
        if (opened.parent() == null || jurisdiction == null) {
            return null;
        }
        var parts = opened.parent().split("/", 2);
        var parent = (parts.length == 2 ? policies.of(parts[0], parts[1]) : Optional.<Policy>empty())
                .filter(book -> book.kind() == opened.kind())
                .filter(book -> book.jurisdiction().contains(jurisdiction));
        if (parent.isEmpty()) {
            violations.add(Violation.at(
                    "/parent",
                    "parent-unknown",
                    "应为本级或上级行政区划的同类办法",
                    "must be a book of the same kind in this jurisdiction or above"));
        }
        return parent.orElse(null);
    }

    /**
     * The model of the latest approved version, to start a draft from: of a scheduled one too, lest the draft undo what
     * it changes.
     *
     * @param latest null when there is none
     * @throws Problem 409 when there is none
     */
    byte[] modelOf(@Nullable PolicyVersion latest) {
        if (latest == null) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "no-version-approved",
                    new Text("没有已批准的版本,请上传模型", "No version is approved; upload a model"));
        }
        return latest.model().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A new draft on the latest approved version.
     *
     * @param author null for the product's own seed books
     * @throws Problem 422 when the model speaks another vocabulary than the books above
     */
    PolicyVersion draft(Policy policy, Drafting.Prepared prepared, UUID author) {
        vocabulary.requireOne(policy, prepared.model().outline());
        var base = versions.latestApproved(policy).map(PolicyVersion::number).orElse(null);
        var version =
                new PolicyVersion(policy, versions.nextNumber(policy), prepared, base, author, Instant.now(clock));
        versions.persist(version);
        events.fire(new PolicyEvent.DraftCreated(
                policy.key(), policy.stateVersion(), version.number(), base, version.contentHash()));
        return version;
    }

    /** @throws Problem 409 when it is no draft, 422 when the model speaks another vocabulary than the books above */
    void save(PolicyVersion version, Drafting.Prepared prepared, UUID writer) {
        version.requireDraft();
        vocabulary.requireOne(version.policy(), prepared.model().outline());
        events.fire(version.save(prepared, writer, Instant.now(clock)));
    }

    /** @throws Problem 409 when it is no draft */
    void saveTests(PolicyVersion version, Drafting.Prepared prepared, UUID writer) {
        events.fire(version.saveTests(prepared, writer, Instant.now(clock)));
    }

    /** Takes a version that the product ships over as approved history. */
    void importShipped(Policy policy, Drafting.Prepared shipped, LocalDate effectiveFrom, String note) {
        var now = Instant.now(clock);
        var version = draft(policy, shipped, null);
        events.fire(version.submit(null, List.of(), null, now));
        events.fire(version.approve(effectiveFrom, true, List.of(), note, null, now));
    }
}
