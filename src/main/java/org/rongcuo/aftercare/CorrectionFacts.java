package org.rongcuo.aftercare;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.checklist.FactSource;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * 纠错状态, as the corrections of a subject and of the whole case prove it. Where they prove nothing a person answers: that
 * nothing needs correction, that it is refused, and whether what was ordered counts as done of one's own accord.
 */
@ApplicationScoped
class CorrectionFacts implements FactSource {
    private static final String ITEM = "correctionState";
    private static final String UNDER_WAY = "正在纠正";
    private static final String DONE = "已主动挽回或消除";

    private final Corrections corrections;
    private final Clock clock;

    CorrectionFacts(Corrections corrections, Clock clock) {
        this.corrections = corrections;
        this.clock = clock;
    }

    @Override
    public String source() {
        return "CORRECTION";
    }

    @Override
    public Optional<Fact> fact(ChecklistService.Sheet sheet, String item) {
        if (!item.equals(ITEM)) {
            return Optional.empty();
        }
        var concerning = corrections.of(sheet.caseId()).stream()
                .filter(each -> each.subjectId() == null || each.subjectId().equals(sheet.subjectId()))
                .toList();
        if (concerning.isEmpty()) {
            return Optional.empty();
        }
        var today = Clocks.today(clock);
        var open = concerning.stream().filter(each -> !each.status().isDone()).toList();
        if (!open.isEmpty()) {
            // Overdue without a report is not "under way" any more, and "refused" is for a person to say.
            return open.stream().anyMatch(each -> each.overdue(today))
                    ? Optional.empty()
                    : Optional.of(new Fact(
                            UNDER_WAY,
                            new Text(
                                    "有 " + open.size() + " 项纠错正在进行,最迟应于 " + latest(open) + " 前完成",
                                    open.size() + " correction(s) are under way, the last due " + latest(open))));
        }
        return concerning.stream().allMatch(Correction::voluntary)
                ? Optional.of(new Fact(
                        DONE,
                        new Text(
                                "主动启动的 " + concerning.size() + " 项纠错均已验收",
                                "All " + concerning.size()
                                        + " correction(s), begun of their own accord, are accepted")))
                : Optional.empty();
    }

    private static LocalDate latest(List<Correction> open) {
        return open.stream()
                .map(Correction::dueOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
