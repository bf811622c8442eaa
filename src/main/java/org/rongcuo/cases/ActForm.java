package org.rongcuo.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.shared.Text;

/**
 * A row of a table of acts.
 *
 * @param noun what stands below the case, such as {@code acceptance}
 * @param method of HTTP
 * @param path the address below the case
 * @param kinds the kinds of case that know it
 * @param parties who does it, any of them
 * @param statuses where the case must stand, any of them
 */
public record ActForm(
        String noun,
        Text title,
        String method,
        String path,
        Set<CaseKind> kinds,
        List<Party> parties,
        Set<CaseStatus> statuses) {

    /** An act that both kinds of case know. */
    public static ActForm of(
            String noun,
            String zh,
            String en,
            String method,
            String path,
            List<Party> parties,
            CaseStatus... statuses) {
        return form(noun, zh, en, method, path, EnumSet.allOf(CaseKind.class), parties, statuses);
    }

    public static ActForm ofExemption(
            String noun,
            String zh,
            String en,
            String method,
            String path,
            List<Party> parties,
            CaseStatus... statuses) {
        return form(noun, zh, en, method, path, EnumSet.of(CaseKind.EXEMPTION), parties, statuses);
    }

    public static ActForm ofFiling(
            String noun,
            String zh,
            String en,
            String method,
            String path,
            List<Party> parties,
            CaseStatus... statuses) {
        return form(noun, zh, en, method, path, EnumSet.of(CaseKind.PRIOR_FILING), parties, statuses);
    }

    private static ActForm form(
            String noun,
            String zh,
            String en,
            String method,
            String path,
            Set<CaseKind> kinds,
            List<Party> parties,
            CaseStatus... statuses) {
        return new ActForm(noun, new Text(zh, en), method, path, kinds, parties, Set.of(statuses));
    }
}
