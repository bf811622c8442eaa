package org.rongcuo.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActGate;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/** The acts on notices and objections, and what these have against the registration of the outcome. */
@ApplicationScoped
class PublicationActs implements ActSource, ActGate {
    /** The registration and its acceptance, by their nouns: they stand above. */
    private static final Set<String> REGISTERING = Set.of("registration", "registration-acceptance");

    private static final ActView.Reason NO_OBJECTION =
            new ActView.Reason("no-open-objection", new Text("没有待答复的异议", "No objection waits for an answer"));
    static final ActView.Reason NOBODY_NAMED =
            new ActView.Reason("nobody-named", new Text("异议人没有留下身份", "No objector said who they are"));
    private static final ActView.Reason OBJECTION_OPEN =
            new ActView.Reason("objection-open", new Text("尚有异议未答复", "An objection has not been answered"));
    private static final ActView.Reason NOTICE_RUNNING =
            new ActView.Reason("notice-running", new Text("公示期未满", "The notice still runs"));
    private static final ActView.Reason NOTICE_DUE =
            new ActView.Reason("notice-due", new Text("按办法应先公示", "By the book the outcome is published first"));

    private final PublicNotices notices;
    private final Objections objections;
    private final PublicNoticeService service;
    private final CaseDesk desk;
    private final Clock clock;

    PublicationActs(
            PublicNotices notices, Objections objections, PublicNoticeService service, CaseDesk desk, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.service = service;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, PublicationAct.values(), (file, act) -> switch (act) {
            case PUBLIC_NOTICES, NOTICE_WAIVER -> PublicNoticeService.nothing(service.scope(file));
            case NOTICE_WITHDRAWAL -> Optional.empty();
            case OBJECTION_ANSWERS -> objections.isAnyOpen(file.id()) ? Optional.empty() : Optional.of(NO_OBJECTION);
            case OBJECTION_IDENTITY -> objections.isAnyNamed(file.id()) ? Optional.empty() : Optional.of(NOBODY_NAMED);
        });
    }

    @Override
    public Optional<ActView.Reason> blocks(CaseFile file, Act act) {
        if (!REGISTERING.contains(act.noun())) {
            return Optional.empty();
        }
        if (objections.isAnyOpen(file.id())) {
            return Optional.of(OBJECTION_OPEN);
        }
        if (file.status() == CaseStatus.PUBLICISED) {
            return notices.standing(file.id())
                    .filter(notice -> notice.runsOn(Clocks.today(clock)))
                    .map(notice -> NOTICE_RUNNING);
        }
        return isNoticeDue(file) ? Optional.of(NOTICE_DUE) : Optional.empty();
    }

    /** Whether the outcome is to be published and neither was nor was the notice forgone. */
    boolean isNoticeDue(CaseFile file) {
        return file.status() == CaseStatus.NOTIFIED
                && service.scope(file).audience() != Audience.NONE
                && !notices.isForgone(file.id(), file.round());
    }
}
