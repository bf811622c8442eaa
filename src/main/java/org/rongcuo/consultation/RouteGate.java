package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActGate;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.CaseWay;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.Route;
import org.rongcuo.shared.Text;

/** Nothing is determined before the hearing or the third party's inquiry that the books ask for (办理路径) has reported. */
@ApplicationScoped
class RouteGate implements ActGate {
    private static final Map<Route, EngagementKind> WANTED =
            Map.of(Route.HEARING, EngagementKind.HEARING, Route.THIRD_PARTY, EngagementKind.THIRD_PARTY);
    private static final Map<EngagementKind, ActView.Reason> MISSING = Map.of(
            EngagementKind.HEARING,
            new ActView.Reason(
                    "hearing-required",
                    new Text("按办法应先举行听证并提交听证报告", "By the book a hearing is held and reported on before")),
            EngagementKind.THIRD_PARTY,
            new ActView.Reason(
                    "third-party-required",
                    new Text("按办法应先由第三方调查并提交报告", "By the book a third party inquires and reports before")));

    private final CaseWay way;
    private final Engagements engagements;

    RouteGate(CaseWay way, Engagements engagements) {
        this.way = way;
        this.engagements = engagements;
    }

    @Override
    public Optional<ActView.Reason> blocks(CaseFile file, Act act) {
        if (file.kind() != CaseKind.EXEMPTION || !act.noun().equals("determinations")) {
            return Optional.empty();
        }
        return way.asked(file).stream()
                .filter(WANTED::containsKey)
                .map(WANTED::get)
                .filter(kind -> !hasReported(file.id(), kind))
                .findFirst()
                .map(MISSING::get);
    }

    private boolean hasReported(UUID caseId, EngagementKind kind) {
        return engagements.of(caseId).stream()
                .filter(engagement -> engagement.kind() == kind)
                .flatMap(engagement -> engagements.end(engagement.id()).stream())
                .anyMatch(end -> !end.isCancelled());
    }
}
