package org.rongcuo.cases;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.rongcuo.procedure.ActView;

/**
 * The current person before one case: what is the same for all acts, each part asked for once and only when an act depends
 * on it. It knows of no change made meanwhile: an act is judged by a new one.
 */
final class Standing {
    private final CaseFile file;
    private final BiPredicate<Party, Standing> parties;
    private final Function<CaseFile, List<UUID>> teams;
    private final Function<CaseFile, Optional<ActView.Reason>> recusals;
    private final Map<Party, Boolean> known = new EnumMap<>(Party.class);
    private List<UUID> team;
    private Optional<ActView.Reason> recusal;

    /**
     * @param parties whether the person is of a party
     * @param teams the persons of a case's team
     * @param recusals why the person keeps off a case
     */
    Standing(
            CaseFile file,
            BiPredicate<Party, Standing> parties,
            Function<CaseFile, List<UUID>> teams,
            Function<CaseFile, Optional<ActView.Reason>> recusals) {
        this.file = file;
        this.parties = parties;
        this.teams = teams;
        this.recusals = recusals;
    }

    /** Of the case whose acts a request lists, for all tables of acts; nothing is changed in such a request. */
    @RequestScoped
    static class Listed {
        private Standing standing;

        Standing of(UUID caseId, Function<UUID, Standing> found) {
            if (standing == null || !standing.file.id().equals(caseId)) {
                standing = found.apply(caseId);
            }
            return standing;
        }
    }

    CaseFile file() {
        return file;
    }

    boolean is(Party party) {
        var is = known.get(party);
        if (is == null) {
            is = parties.test(party, this);
            known.put(party, is);
        }
        return is;
    }

    /** Empty when none is named. */
    List<UUID> team() {
        if (team == null) {
            team = teams.apply(file);
        }
        return team;
    }

    /** Why the person takes no part in the case; empty for who may. */
    Optional<ActView.Reason> recusal() {
        if (recusal == null) {
            recusal = recusals.apply(file);
        }
        return recusal;
    }
}
