package org.rongcuo.papers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rongcuo.procedure.DossierSource;

/** All papers in both forms, those replaced among them. */
@ApplicationScoped
class PaperDossier implements DossierSource {
    private final IssuedPapers papers;

    PaperDossier(IssuedPapers papers) {
        this.papers = papers;
    }

    @Override
    public List<Part> parts(UUID caseId) {
        return papers.of(caseId).stream()
                .flatMap(paper -> Arrays.stream(PaperFormat.values())
                        .map(format -> new Part(
                                "papers/" + paper.fileName() + "." + format.extension(),
                                format.mediaType(),
                                () -> papers.content(paper, format))))
                .toList();
    }
}
