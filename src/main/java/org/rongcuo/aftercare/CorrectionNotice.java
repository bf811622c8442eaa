package org.rongcuo.aftercare;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Subject;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** 纠错整改通知书: the paper that orders a correction. */
@ApplicationScoped
class CorrectionNotice implements PaperSource {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Corrections corrections;
    private final CaseDesk desk;

    CorrectionNotice(Corrections corrections, CaseDesk desk) {
        this.corrections = corrections;
        this.desk = desk;
    }

    @Override
    public Set<PaperKind> kinds() {
        return Set.of(PaperKind.CORRECTION_NOTICE);
    }

    @Override
    public Paper paper(PaperKind kind, UUID caseId, UUID about) {
        var file = desk.visible(caseId);
        var ordered =
                corrections.of(caseId).stream().filter(Correction::ordered).toList();
        if (ordered.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "no-correction-ordered",
                    new Text("尚未责令纠错", "No correction has been ordered"));
        }
        var correction = ordered.stream()
                .filter(each -> about == null ? ordered.size() == 1 : each.id().equals(about))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/about", "correction-unknown", "请指明本案责令的一项纠错", "Name a correction ordered in the case"));
        var subjects = desk.subjects(caseId);
        var addressee = subjects.stream()
                .filter(each -> correction.subjectId() == null || each.id().equals(correction.subjectId()))
                .map(Subject::name)
                .collect(Collectors.joining("、"));
        return new Paper(
                correction.id(),
                correction.subjectId(),
                addressee,
                file.handlingOrgan().name(),
                Clocks.dateOf(correction.startedAt()),
                words(file, correction, addressee));
    }

    @Override
    public List<Due> due(UUID caseId) {
        return corrections.of(caseId).stream()
                .filter(Correction::ordered)
                .map(correction ->
                        new Due(PaperKind.CORRECTION_NOTICE, correction.id(), date(correction.dueOn()) + "前"))
                .toList();
    }

    private Map<String, String> words(CaseFile file, Correction correction, String subject) {
        Map<String, String> words = new HashMap<>();
        words.put(PaperWord.CASE_NUMBER.word(), file.number());
        words.put(PaperWord.MATTER.word(), file.title());
        words.put(PaperWord.SUBJECT.word(), subject);
        words.put(PaperWord.BASED_ON.word(), file.number() + " 容错认定");
        words.put(PaperWord.FAULT.word(), correction.plan());
        words.put(PaperWord.MEASURES.word(), measures(corrections.measures(List.of(correction.id()))));
        words.put(PaperWord.CORRECT_BY.word(), date(correction.dueOn()));
        return words;
    }

    /** A line each: {@code 1.补齐比选记录(2026年12月1日前);} */
    private static String measures(List<CorrectionMeasure> measures) {
        var lines = new StringBuilder();
        for (int i = 0; i < measures.size(); i++) {
            lines.append(i + 1)
                    .append('.')
                    .append(measures.get(i).text())
                    .append("(")
                    .append(date(measures.get(i).due()))
                    .append("前)")
                    .append(i + 1 < measures.size() ? ";\n" : "。");
        }
        return lines.toString();
    }

    private static String date(LocalDate day) {
        return DATE.format(day);
    }
}
