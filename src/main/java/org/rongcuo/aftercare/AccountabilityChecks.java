package org.rongcuo.aftercare;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Role;
import org.rongcuo.shared.Page;

/** All records of tolerance considered; seen by officers and inspectors over the inquiring organ's place. */
@ApplicationScoped
class AccountabilityChecks implements PanacheRepositoryBase<AccountabilityCheck, UUID> {
    static final Role[] READERS = {Role.HANDLER, Role.ORGANISATION, Role.INSPECTOR};

    private final CurrentRights rights;

    AccountabilityChecks(CurrentRights rights) {
        this.rights = rights;
    }

    /** Up to {@code limit + 1}, the latest first, after the id of the last seen. */
    List<AccountabilityCheck> page(UUID after, int limit) {
        var query = seen();
        if (after != null) {
            query.parameters.put("after", after);
        }
        return find(query.hql + (after == null ? "" : " and c.id < :after") + " order by c.id desc", query.parameters)
                .range(0, limit)
                .list();
    }

    /** How many are seen, counted to one beyond {@link Page#COUNT_CAP}. */
    int counted() {
        var query = seen();
        return find(query.hql, query.parameters).range(0, Page.COUNT_CAP).list().size();
    }

    private record Query(String hql, Map<String, Object> parameters) {}

    private Query seen() {
        var within = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        for (var path : rights.get().pathsOf(READERS)) {
            var name = "path" + parameters.size();
            within.append(within.isEmpty() ? "" : " or ").append("c.organ.jurisdiction.path like :" + name);
            parameters.put(name, path + "%");
        }
        return new Query(
                "from AccountabilityCheck c where (" + (within.isEmpty() ? "1 = 0" : within) + ")", parameters);
    }
}
