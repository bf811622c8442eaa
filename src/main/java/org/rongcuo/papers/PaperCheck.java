package org.rongcuo.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/** Every step that calls for a paper has issued it. */
@ApplicationScoped
class PaperCheck implements RecordCheck {
    private final Instance<PaperSource> sources;
    private final IssuedPapers papers;

    PaperCheck(Instance<PaperSource> sources, IssuedPapers papers) {
        this.sources = sources;
        this.papers = papers;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        return sources.stream()
                .flatMap(source -> source.due(caseId).stream())
                .filter(due -> papers.standing(caseId, due.kind(), due.about()).isEmpty())
                .map(due -> Gap.of(
                        due.about(),
                        "papers",
                        "no-" + due.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        new Text(
                                "尚未制发" + due.kind().label().zh() + "(" + due.whom() + ")",
                                "The " + due.kind().label().en() + " for " + due.whom() + " was not issued")))
                .toList();
    }
}
