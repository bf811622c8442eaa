package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.CaseWay;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.Complexity;
import org.rongcuo.procedure.ConsultationRecord;
import org.rongcuo.procedure.Route;
import org.rongcuo.shared.Text;

/**
 * Which way a case goes: what the books that speak say of it in the subjects' latest evaluations, and what the case itself
 * shows.
 */
@ApplicationScoped
class CaseRoutes implements CaseWay {
    /** Why the tables refer to people what only people can settle; facts that are missing go back to the handler instead. */
    private static final Set<String> CONFLICTS = Set.of(
            "table-refers",
            "layer-bottom-line",
            "entitlement",
            "bottom-line-contradiction",
            "engine-disagreement",
            "incomparable",
            "several-speak");

    private final CaseDesk desk;
    private final Statements statements;
    private final EvaluationRecords records;
    private final Instance<ConsultationRecord> consultations;

    CaseRoutes(
            CaseDesk desk,
            Statements statements,
            EvaluationRecords records,
            Instance<ConsultationRecord> consultations) {
        this.desk = desk;
        this.statements = statements;
        this.records = records;
        this.consultations = consultations;
    }

    /**
     * The way a case goes.
     *
     * @param route the one that asks for most among its subjects'; null while no table has said
     * @param asked every one that the books ask for, of each subject, from the least
     * @param consultationRequired whether the coordination group is asked before the case is determined
     * @param consulted whether it was, in this round
     * @param simplified 简易程序: minor and undisputed, without consultation
     * @param why in words, each reason
     */
    @Schema(name = "CaseRouteView")
    record Way(
            @Nullable Route route,
            List<Route> asked,
            boolean consultationRequired,
            boolean consulted,
            boolean simplified,
            List<Text> why) {}

    @Override
    public List<Route> asked(CaseFile file) {
        return of(file).asked();
    }

    @Override
    public Optional<Route> taken(CaseFile file) {
        var way = of(file);
        return Optional.ofNullable(way.route())
                .map(route -> route == Route.SIMPLIFIED && !way.simplified() ? Route.ORDINARY : route);
    }

    Way of(CaseFile file) {
        List<Text> why = new ArrayList<>();
        List<Route> routes = new ArrayList<>();
        var conflict = false;
        for (var subject : desk.subjects(file.id())) {
            var latest =
                    records.of(file.id(), subject.id()).stream().findFirst().orElse(null);
            if (latest == null) {
                why.add(new Text(subject.name() + ":尚未评估", subject.name() + ": not evaluated yet"));
                continue;
            }
            var content = latest.content();
            for (var route : said(content)) {
                routes.add(route);
                why.add(new Text(
                        subject.name() + ":办理路径为“" + route.label().zh() + "”",
                        subject.name() + ": the book's route is "
                                + route.label().en()));
            }
            for (var reason : conflicts(content)) {
                conflict = true;
                why.add(new Text(
                        subject.name() + ":" + reason.text().zh(),
                        subject.name() + ": " + reason.text().en()));
            }
        }
        var route = routes.stream().max(Comparator.naturalOrder()).orElse(null);
        var major = file.complexity() == Complexity.MAJOR;
        if (major) {
            why.add(new Text("受理时定为重大复杂案件", "It was accepted as a major or intricate case"));
        }
        var required = conflict || major || route != null && route.asksTheGroup();
        return new Way(
                route,
                routes.stream().distinct().sorted().toList(),
                required,
                consulted(file),
                !required && isSimplified(file, route, why),
                why);
    }

    private boolean isSimplified(CaseFile file, Route route, List<Text> why) {
        if (route != Route.SIMPLIFIED) {
            return false;
        }
        if (file.complexity() != Complexity.SIMPLE) {
            why.add(new Text(
                    "受理时未定为简易案件,不走简易程序",
                    "It was not accepted as a simple case; the simplified procedure is not open to it"));
            return false;
        }
        if (statements.claims(file.id()).stream().anyMatch(claim -> claim.finding() == Claim.Finding.REJECTED)) {
            why.add(new Text(
                    "有申辩意见未被采纳,存在争议,不走简易程序",
                    "A claim was rejected: it is disputed; the simplified procedure is not open to it"));
            return false;
        }
        return true;
    }

    private boolean consulted(CaseFile file) {
        return consultations.stream().anyMatch(record -> record.concluded(file.id(), file.round()));
    }

    /** What the speaking book says, in the chain that stands; in both where neither does. */
    private static List<Route> said(EvaluationView content) {
        return content.spoken("route")
                .flatMap(decision -> said(decision).stream())
                .distinct()
                .toList();
    }

    /** A word that rests on an answer only assumed opens no shorter way. */
    private static List<Route> said(EvaluationView.Decision decision) {
        return Route.of(decision.value())
                .map(route -> decision.provisional() && route == Route.SIMPLIFIED ? Route.ORDINARY : route)
                .stream()
                .toList();
    }

    private static List<EvaluationView.Reason> conflicts(EvaluationView content) {
        return content.recommendation().code() != Recommendation.REFER
                ? List.of()
                : Stream.concat(
                                content.recommendation().reasons().stream(),
                                content.chains().stream().flatMap(chain -> chain.recommendation().reasons().stream()))
                        .filter(reason -> CONFLICTS.contains(reason.code()))
                        .distinct()
                        .toList();
    }
}
