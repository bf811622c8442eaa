package org.rongcuo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** Administration: the tree, the organs, the persons, their roles. */
@ApplicationScoped
public class AdministrationService {
    private final Jurisdictions jurisdictions;
    private final Organs organs;
    private final Persons persons;
    private final Assignments assignments;
    private final EntityManager entityManager;
    private final Event<AccessEvent> events;
    private final Clock clock;

    AdministrationService(
            Jurisdictions jurisdictions,
            Organs organs,
            Persons persons,
            Assignments assignments,
            EntityManager entityManager,
            Event<AccessEvent> events,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.organs = organs;
        this.persons = persons;
        this.assignments = assignments;
        this.entityManager = entityManager;
        this.events = events;
        this.clock = clock;
    }

    /** A zone or a new jurisdiction below an existing one. */
    public record AddJurisdiction(
            @NotNull
            @Pattern(regexp = "[0-9]{6}([0-9]{3})?", message = "应为 6 位或 9 位数字|must be 6 or 9 digits")
            @Schema(description = "GB/T 2260 代码,功能区可用 9 位 · code, nine digits for zones")
            String code,

            @NotBlank @Size(max = 100) String nameZh,
            @NotBlank @Size(max = 100) String nameEn,
            @NotNull @Size(max = 9) String parent,

            @NotBlank @Size(max = 4) @Schema(description = "案号简称,如“舟” · short name in case numbers")
            String casePrefix) {}

    /** An organ of a jurisdiction. */
    public record AddOrgan(
            @NotNull @Size(max = 9) String jurisdiction,
            @NotNull OrganKind kind,
            @NotBlank @Size(max = 200) String name) {}

    /** A person, and optionally the account that stands for the person. */
    public record RegisterPerson(
            @NotBlank @Size(max = 100) String name,
            @NotNull UUID organ,

            @Size(min = 1, max = 500) @Schema(description = "身份提供方 · issuer of the identity provider")
            String issuer,

            @Size(min = 1, max = 255) @Schema(description = "账户标识(sub)· subject of the tokens")
            String subject) {}

    /** A role in an organ, up to a clearance, from a day to a day (inclusive). */
    public record AssignRole(
            @NotNull UUID person,
            @NotNull UUID organ,
            @NotNull Role role,
            @NotNull Level clearance,

            @Schema(description = "起始日,缺省为今日 · first day, today unless told")
            LocalDate validFrom,

            @Schema(description = "截止日(含),缺省为长期 · last day, open unless told")
            LocalDate validUntil) {}

    /** The end of an assignment. */
    public record EndAssignment(
            @NotNull @Schema(description = "最后一日(含)· the last day")
            LocalDate lastDay) {}

    @Transactional
    public Jurisdiction add(AddJurisdiction wanted) {
        var parent = jurisdictions.named(wanted.parent(), "/parent");
        if (jurisdictions.findByIdOptional(wanted.code()).isPresent()) {
            throw Problem.of(ProblemType.CONFLICT, "此代码已存在", "The code exists");
        }
        var jurisdiction = new Jurisdiction(
                wanted.code(), new Text(wanted.nameZh(), wanted.nameEn()), parent, wanted.casePrefix());
        jurisdictions.persist(jurisdiction);
        events.fire(new AccessEvent.JurisdictionAdded(wanted.code(), parent.code(), wanted.nameZh()));
        return jurisdiction;
    }

    @Transactional
    public Organ add(AddOrgan wanted) {
        var jurisdiction = jurisdictions.named(wanted.jurisdiction(), "/jurisdiction");
        if (organs.count("jurisdiction = ?1 and name = ?2", jurisdiction, wanted.name()) > 0) {
            throw Problem.of(ProblemType.CONFLICT, "此机关已存在", "The organ exists");
        }
        var organ = new Organ(jurisdiction, wanted.kind(), wanted.name());
        organs.persist(organ);
        events.fire(new AccessEvent.OrganAdded(jurisdiction.code(), organ.id(), organ.kind(), organ.name()));
        return organ;
    }

    @Transactional
    public Person register(RegisterPerson wanted) {
        if ((wanted.issuer() == null) != (wanted.subject() == null)) {
            throw Problem.invalid(
                    wanted.issuer() == null ? "/issuer" : "/subject",
                    "login-incomplete",
                    "issuer 与 subject 应同时给出",
                    "issuer and subject go together");
        }
        var organ = organs.named(wanted.organ(), "/organ");
        if (wanted.issuer() != null
                && persons.ofLogin(wanted.issuer(), wanted.subject()).isPresent()) {
            throw Problem.of(ProblemType.CONFLICT, "此账户已登记人员", "The account has a person already");
        }
        var person = new Person(wanted.name(), organ);
        persons.persist(person);
        if (wanted.issuer() != null) {
            entityManager.persist(new Login(wanted.issuer(), wanted.subject(), person.id()));
        }
        events.fire(new AccessEvent.PersonRegistered(organ.jurisdiction().code(), person.id(), organ.id()));
        return person;
    }

    /** The assignment's id. */
    @Transactional
    public UUID assign(AssignRole wanted) {
        var person = persons.findByIdOptional(wanted.person())
                .orElseThrow(() -> Problem.invalid("/person", "person-unknown", "没有此人员", "There is no such person"));
        var organ = organs.named(wanted.organ(), "/organ");
        var from = wanted.validFrom() == null ? Clocks.today(clock) : wanted.validFrom();
        if (wanted.validUntil() != null && wanted.validUntil().isBefore(from)) {
            throw Problem.invalid(
                    "/validUntil", "before-start", "截止日不得早于起始日", "The last day must not precede the first");
        }
        var assignment = new Assignment(person, organ, wanted.role(), wanted.clearance(), from, wanted.validUntil());
        assignments.persist(assignment);
        events.fire(new AccessEvent.RoleAssigned(
                organ.jurisdiction().code(),
                assignment.id(),
                person.id(),
                organ.id(),
                wanted.role(),
                wanted.clearance(),
                from,
                wanted.validUntil()));
        return assignment.id();
    }

    @Transactional
    void end(Assignment assignment, LocalDate lastDay) {
        if (lastDay.isBefore(assignment.validFrom())) {
            throw Problem.invalid("/lastDay", "before-start", "最后一日不得早于起始日", "The last day must not precede the first");
        }
        assignment.end(lastDay);
        events.fire(new AccessEvent.AssignmentEnded(
                assignment.organ().jurisdiction().code(), assignment.id(), lastDay));
    }
}
