package org.rongcuo.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.ReceiptCode;

/** All proposals. */
@ApplicationScoped
class Proposals implements PanacheRepositoryBase<Proposal, UUID> {
    Optional<Proposal> ofReceipt(ReceiptCode receipt) {
        return find("receipt", receipt.digest()).firstResultOptional();
    }

    /** Up to {@code limit + 1} in the places, the latest first. @param paths of jurisdictions */
    List<Proposal> page(List<String> paths, Boolean open, UUID after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        var condition = within(paths, open, parameters);
        if (after != null) {
            condition += " and p.id < :after";
            parameters.put("after", after);
        }
        return find("from Proposal p where " + condition + " order by p.id desc", parameters)
                .range(0, limit)
                .list();
    }

    long counted(List<String> paths, Boolean open) {
        Map<String, Object> parameters = new HashMap<>();
        return count("from Proposal p where " + within(paths, open, parameters), parameters);
    }

    private static String within(List<String> paths, Boolean open, Map<String, Object> parameters) {
        var condition = new StringBuilder("(1 = 0");
        for (int i = 0; i < paths.size(); i++) {
            condition.append(" or p.jurisdiction.path like :path").append(i);
            parameters.put("path" + i, paths.get(i) + "%");
        }
        condition.append(")");
        if (open != null) {
            condition.append(open ? " and p.answer is null" : " and p.answer is not null");
        }
        return condition.toString();
    }
}
