package org.rongcuo.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Role;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Language;

/**
 * {@code GET /demo/persons} tells whom one may log in as, with everybody's password, so that a login page can offer them:
 * those of the county first, then of the city, then of the country; by role; the first of each role before the second.
 * Not part of the product and its contract.
 */
@ApplicationScoped
class DemoPersonsRoute {
    private static final String PATH = "/demo/persons";

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final Clock clock;

    DemoPersonsRoute(EntityManager entityManager, ObjectMapper mapper, Clock clock) {
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Somebody to log in as. @param organ by name; @param roles those held today */
    record Offer(
            String login,
            String password,
            String name,
            String organ,
            String jurisdiction,
            String jurisdictionName,
            List<RoleOffer> roles) {}

    record RoleOffer(Role code, String label) {}

    void serve(@Observes Router router) {
        router.get(PATH).blockingHandler(this::tell);
    }

    private void tell(RoutingContext call) {
        var language = Language.of(call.request().getHeader("Accept-Language"));
        try {
            var json =
                    mapper.writeValueAsString(QuarkusTransaction.requiringNew().call(() -> offers(language)));
            call.response()
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .end(json);
        } catch (JsonProcessingException unwritable) {
            call.fail(unwritable);
        }
    }

    private List<Offer> offers(Language language) {
        // One row for each role a person holds.
        var rows = entityManager
                .createQuery(
                        "select l.subject, p.name, o.name, j, a.role from Login l join Person p on p.id = l.personId"
                                + " join p.organ o join o.jurisdiction j left join Assignment a on a.person = p"
                                + " and a.validFrom <= ?1 and (a.validUntil is null or a.validUntil >= ?1)"
                                + " where l.issuer = 'basic'",
                        Object[].class)
                .setParameter(1, Clocks.today(clock))
                .getResultList();
        rows.sort((one, other) -> {
            var place = ((Jurisdiction) other[3]).path().length()
                    - ((Jurisdiction) one[3]).path().length();
            var code = ((Jurisdiction) one[3]).code().compareTo(((Jurisdiction) other[3]).code());
            var role = ordinal(one[4]) - ordinal(other[4]);
            var login = one[0].toString().compareTo(other[0].toString());
            return place != 0 ? place : code != 0 ? code : role != 0 ? role : login;
        });
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (var row : rows) {
            var login = row[0].toString();
            var place = (Jurisdiction) row[3];
            var offer = offers.computeIfAbsent(
                    login,
                    unknown -> new Offer(
                            login,
                            DemoIdentities.PASSWORD,
                            row[1].toString(),
                            row[2].toString(),
                            place.code(),
                            place.name().in(language),
                            new ArrayList<>()));
            if (row[4] instanceof Role role) {
                offer.roles().add(new RoleOffer(role, role.label().in(language)));
            }
        }
        return List.copyOf(offers.values());
    }

    private static int ordinal(Object role) {
        return role == null ? Role.values().length : ((Role) role).ordinal();
    }
}
