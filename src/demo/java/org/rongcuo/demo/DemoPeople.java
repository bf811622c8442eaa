package org.rongcuo.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rongcuo.access.AdministrationService;
import org.rongcuo.access.AdministrationService.AddOrgan;
import org.rongcuo.access.AdministrationService.AssignRole;
import org.rongcuo.access.AdministrationService.RegisterPerson;
import org.rongcuo.access.Level;
import org.rongcuo.access.OrganKind;
import org.rongcuo.access.Organs;
import org.rongcuo.access.Role;

/**
 * The demo's organs and persons, made once through the product's own administration: two persons of every role in 330900
 * and 330922, administrator and policy staff in 000000. All plainly fictional.
 */
@ApplicationScoped
public class DemoPeople {
    private static final LocalDate SINCE = LocalDate.of(2016, 1, 1);
    private static final List<Role> NATIONAL = List.of(Role.ADMINISTRATOR, Role.POLICY_EDITOR, Role.POLICY_APPROVER);
    private static final Map<String, String> PLACES = Map.of("000000", "全国", "330900", "舟山", "330922", "嵊泗");

    private final AdministrationService administration;
    private final Organs organs;

    DemoPeople(AdministrationService administration, Organs organs) {
        this.administration = administration;
        this.organs = organs;
    }

    void make(@Observes @Priority(10) StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (organs.count() == 0) {
                makeOrgan("000000", NATIONAL);
                makeOrgan("330900", List.of(Role.values()));
                makeOrgan("330922", List.of(Role.values()));
                makeCoLead("330900");
                makeCoLead("330922");
            }
        });
    }

    /** The login of a role in a jurisdiction: {@code handler.330922}. */
    static String login(Role role, String jurisdiction) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + jurisdiction;
    }

    private void makeOrgan(String jurisdiction, List<Role> roles) {
        for (var role : roles) {
            var kind = kindFor(role);
            var place = organs.find("jurisdiction.code", jurisdiction).list().stream()
                    .filter(organ -> organ.kind() == kind)
                    .findFirst()
                    .orElseGet(() -> administration.add(new AddOrgan(
                            jurisdiction,
                            kind,
                            "演示·" + PLACES.get(jurisdiction) + kind.label().zh())));
            for (int nth = 1; nth <= 2; nth++) {
                var person = administration.register(new RegisterPerson(
                        "演示·" + PLACES.get(jurisdiction) + role.label().zh() + (nth == 1 ? "甲" : "乙"),
                        place.id(),
                        "basic",
                        login(role, jurisdiction) + (nth == 1 ? "" : "-" + nth)));
                administration.assign(new AssignRole(person.id(), place.id(), role, clearance(role), SINCE, null));
            }
        }
    }

    /** A coordination group has a co-lead of the organisation department as well. */
    private void makeCoLead(String jurisdiction) {
        var department = organs.find("jurisdiction.code", jurisdiction).list().stream()
                .filter(organ -> organ.kind() == OrganKind.ORGANISATION)
                .findFirst()
                .orElseThrow();
        var person = administration.register(new RegisterPerson(
                "演示·" + PLACES.get(jurisdiction) + "组织部协调员",
                department.id(),
                "basic",
                login(Role.COORDINATOR, jurisdiction) + "-3"));
        administration.assign(
                new AssignRole(person.id(), department.id(), Role.COORDINATOR, Level.SENSITIVE, SINCE, null));
    }

    private static Level clearance(Role role) {
        return role == Role.INSPECTOR ? Level.RESTRICTED : Level.SENSITIVE;
    }

    private static OrganKind kindFor(Role role) {
        return switch (role) {
            case APPLICANT -> OrganKind.UNIT;
            case ORGANISATION -> OrganKind.ORGANISATION;
            case REGISTRAR -> OrganKind.PARTY_COMMITTEE;
            case POLICY_EDITOR, POLICY_APPROVER -> OrganKind.POLICY;
            case ADMINISTRATOR, SUPERVISOR -> OrganKind.COMPETENT_DEPARTMENT;
            default -> OrganKind.DISCIPLINE_INSPECTION;
        };
    }
}
