package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.DocumentResource.DocumentView;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/** The case itself in its dossier: what it is about, documents by content, evaluations. */
@ApplicationScoped
class CaseRecord implements DossierSource, RecordCheck {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final Documents documents;
    private final EvaluationRecords evaluations;
    private final CaseService service;
    private final Persons persons;

    CaseRecord(
            CaseFiles cases,
            Subjects subjects,
            Documents documents,
            EvaluationRecords evaluations,
            CaseService service,
            Persons persons) {
        this.cases = cases;
        this.subjects = subjects;
        this.documents = documents;
        this.evaluations = evaluations;
        this.service = service;
        this.persons = persons;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        return cases.findById(caseId).kind() == CaseKind.EXEMPTION
                        && documents.of(caseId).isEmpty()
                ? List.of(
                        new Gap("application", "no-material", new Text("没有任何申请或者核实材料", "there is no document at all")))
                : List.of();
    }

    @Override
    public List<Part> parts(UUID caseId) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.json("case.json", () -> service.view(cases.findById(caseId))));
        for (var subject : subjects.of(caseId)) {
            for (var record : evaluations.of(caseId, subject.id())) {
                parts.add(Part.json(
                        "evaluations/" + subject.id() + "/" + record.id() + ".json",
                        () -> EvaluationRecordView.of(List.of(record), persons).get(0)));
            }
        }
        var listed = documents.of(caseId);
        parts.add(Part.json("documents/index.json", () -> DocumentView.of(listed, persons)));
        for (var document : listed) {
            parts.add(new Part(
                    "documents/" + document.id() + extension(document.fileName()),
                    document.mediaType(),
                    () -> documents.content(document)));
        }
        return parts;
    }

    /** The name that a person gave stands in the index: it is no path of ours. */
    private static String extension(String fileName) {
        var dot = fileName.lastIndexOf('.');
        var extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.matches("[a-z0-9]{1,8}") ? "." + extension : "";
    }
}
