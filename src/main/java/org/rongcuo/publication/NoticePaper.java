package org.rongcuo.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.PaperWords;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** The public notice as a paper to hang on a wall: it says no more than the notice does. */
@ApplicationScoped
class NoticePaper implements PaperSource {
    private final PublicNotices notices;
    private final PublicNoticeService service;
    private final CaseDesk desk;

    NoticePaper(PublicNotices notices, PublicNoticeService service, CaseDesk desk) {
        this.notices = notices;
        this.service = service;
        this.desk = desk;
    }

    @Override
    public Set<PaperKind> kinds() {
        return Set.of(PaperKind.PUBLIC_NOTICE);
    }

    @Override
    public Paper paper(PaperKind kind, UUID caseId, UUID about) {
        var shown = shown(caseId);
        if (shown.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE, "not-published", new Text("本案没有公示", "The case was not published"));
        }
        var notice = about == null ? shown.get(shown.size() - 1) : PaperSource.meant(shown, PublicNotice::id, about);
        var file = desk.visible(caseId);
        // The case's number leads to the case, and so to whom the notice does not name.
        var words = new PaperWords(kind, file)
                .put(PaperWord.CASE_NUMBER, "")
                .put(PaperWord.MATTER, service.redacted(file, file.title()))
                .put(PaperWord.SUBJECT, service.called(file))
                .put(PaperWord.NOTICE, notice.text())
                .put(PaperWord.AUDIENCE, notice.audience().label().zh())
                .put(PaperWord.NOTICE_FROM, notice.from())
                .put(PaperWord.NOTICE_UNTIL, notice.until())
                .put(PaperWord.OBJECTIONS, "对公示内容有异议的,可以在公示期内提出,署名与否均可,并可附证据说明;凭回执号查询答复。");
        return new Paper(notice.id(), null, null, notice.organ().name(), notice.from(), words.all());
    }

    @Override
    public List<Due> due(UUID caseId) {
        return shown(caseId).stream()
                .map(notice -> new Due(
                        PaperKind.PUBLIC_NOTICE,
                        notice.id(),
                        notice.audience().label().zh()))
                .toList();
    }

    private List<PublicNotice> shown(UUID caseId) {
        return notices.of(caseId).stream()
                .filter(notice -> notice.audience() != Audience.NONE)
                .toList();
    }
}
