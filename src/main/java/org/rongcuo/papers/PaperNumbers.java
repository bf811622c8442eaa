package org.rongcuo.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.procedure.PaperKind;

/**
 * 发文字号, {@code 嵊容认〔2026〕3号}: gapless per jurisdiction, kind and Shanghai year, since the counter's row stays locked
 * until the paper is committed and a roll-back gives its number back.
 */
@ApplicationScoped
class PaperNumbers {
    private final EntityManager entityManager;

    PaperNumbers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Draws the next one, and keeps the others waiting until the transaction ends. */
    String next(Jurisdiction jurisdiction, PaperKind kind, int year) {
        var drawn = (Integer) entityManager
                .createNativeQuery(
                        "insert into paper_counter (jurisdiction_code, kind, year, last) values (?1, ?2, ?3, 1)"
                                + " on conflict (jurisdiction_code, kind, year) do update set last = paper_counter.last + 1"
                                + " returning last")
                .setParameter(1, jurisdiction.code())
                .setParameter(2, kind.name())
                .setParameter(3, year)
                .getSingleResult();
        return number(jurisdiction.casePrefix(), kind, year, drawn.toString());
    }

    /** The one that will be drawn next unless somebody else draws before. */
    String likely(Jurisdiction jurisdiction, PaperKind kind, int year) {
        var last = entityManager
                .createNativeQuery(
                        "select last from paper_counter where jurisdiction_code = ?1 and kind = ?2 and year = ?3",
                        Integer.class)
                .setParameter(1, jurisdiction.code())
                .setParameter(2, kind.name())
                .setParameter(3, year)
                .getResultList();
        var next = last.isEmpty() ? 1 : (Integer) last.get(0) + 1;
        return number(jurisdiction.casePrefix(), kind, year, Integer.toString(next));
    }

    static String number(String prefix, PaperKind kind, int year, String count) {
        return prefix + "容" + kind.mark() + "〔" + year + "〕" + count + "号";
    }
}
