package org.rongcuo.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.shared.Text;

/**
 * A deferral.
 *
 * @param renewalsAllowed by the book in force at the deferral
 * @param reverifyOn the day on which the case must be verified again, as last renewed
 * @param outcome null while it lasts
 * @param endReasons null while it lasts
 * @param evidence documents on which the verification was resumed
 * @param note what may not be made of it
 */
record DeferralView(
        UUID id,
        String reasons,
        @Nullable PersonRef deferredBy,
        Instant deferredAt,
        LocalDate reverifyOn,
        int renewalsAllowed,
        List<Renewal> renewals,
        @Nullable DeferralOutcome outcome,
        @Nullable String endReasons,
        List<UUID> evidence,
        @Nullable PersonRef endedBy,
        @Nullable Instant endedAt,
        Text note) {
    private static final Text NOTHING_ADVERSE = new Text(
            "搁置或者终止认定不是结论,不得据此对当事人作出任何不利处理",
            "A deferral, or a case left unresolved, is no finding: nothing adverse may rest on it");

    /** A renewal. */
    @Schema(name = "DeferralRenewal")
    record Renewal(String reasons, LocalDate reverifyOn, PersonRef renewedBy, Instant renewedAt) {}

    static List<DeferralView> of(List<Deferral> deferrals, List<DeferralRenewal> renewals, Persons persons) {
        var people = persons.refs(Stream.concat(
                deferrals.stream().flatMap(deferral -> Stream.of(deferral.deferredBy(), deferral.endedBy())),
                renewals.stream().map(DeferralRenewal::renewedBy)));
        return deferrals.stream()
                .map(deferral -> new DeferralView(
                        deferral.id(),
                        deferral.reasons(),
                        people.get(deferral.deferredBy()),
                        deferral.deferredAt(),
                        deferral.reverifyOn(),
                        deferral.allowed(),
                        renewals.stream()
                                .filter(renewal -> renewal.deferralId().equals(deferral.id()))
                                .map(renewal -> new Renewal(
                                        renewal.reasons(),
                                        renewal.reverifyOn(),
                                        people.get(renewal.renewedBy()),
                                        renewal.renewedAt()))
                                .toList(),
                        deferral.outcome(),
                        deferral.endReasons(),
                        deferral.evidence(),
                        people.get(deferral.endedBy()),
                        deferral.endedAt(),
                        NOTHING_ADVERSE))
                .toList();
    }
}
