package org.rongcuo.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** The public notice as a paper to hang on a wall: it says no more than the notice does. */
@ApplicationScoped
class NoticePaper implements PaperSource {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");

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
        var shown = notices.of(caseId).stream()
                .filter(notice -> notice.audience() != Audience.NONE)
                .toList();
        if (shown.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE, "not-published", new Text("本案没有公示", "The case was not published"));
        }
        var notice = about == null
                ? shown.get(shown.size() - 1)
                : shown.stream()
                        .filter(each -> each.id().equals(about))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalid("/about", "notice-unknown", "本案没有这一公示", "The case has no such notice"));
        var file = desk.visible(caseId);
        Map<String, String> words = new HashMap<>();
        words.put(PaperWord.CASE_NUMBER.word(), file.number());
        words.put(PaperWord.MATTER.word(), service.redacted(file, file.title()));
        words.put(PaperWord.SUBJECT.word(), service.called(file));
        words.put(PaperWord.NOTICE.word(), notice.text());
        words.put(PaperWord.AUDIENCE.word(), notice.audience().label().zh());
        words.put(PaperWord.NOTICE_FROM.word(), day(notice.from()));
        words.put(PaperWord.NOTICE_UNTIL.word(), day(notice.until()));
        words.put(PaperWord.OBJECTIONS.word(), "对公示内容有异议的,可以在公示期内提出,署名与否均可,并可附证据说明;凭回执号查询答复。");
        return new Paper(notice.id(), null, null, notice.organ().name(), notice.from(), words);
    }

    @Override
    public List<Due> due(UUID caseId) {
        return notices.of(caseId).stream()
                .filter(notice -> notice.audience() != Audience.NONE)
                .map(notice -> new Due(
                        PaperKind.PUBLIC_NOTICE,
                        notice.id(),
                        notice.audience().label().zh()))
                .toList();
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}
