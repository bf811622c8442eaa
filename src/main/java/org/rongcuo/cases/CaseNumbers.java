package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.shared.Clocks;

/**
 * Case numbers people quote, {@code 舟容〔2026〕123号}: gapless per jurisdiction and Shanghai year, since the counter's row
 * stays locked until the application commits and a roll-back gives its number back.
 */
@ApplicationScoped
class CaseNumbers {
    private final EntityManager entityManager;
    private final Clock clock;

    CaseNumbers(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    String next(Jurisdiction jurisdiction) {
        var year = Clocks.today(clock).getYear();
        var drawn = (Integer) entityManager
                .createNativeQuery("insert into case_counter (jurisdiction_code, year, last) values (?1, ?2, 1)"
                        + " on conflict (jurisdiction_code, year) do update set last = case_counter.last + 1"
                        + " returning last")
                .setParameter(1, jurisdiction.code())
                .setParameter(2, year)
                .getSingleResult();
        return jurisdiction.casePrefix() + "容〔" + year + "〕" + drawn + "号";
    }
}
