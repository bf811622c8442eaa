package org.rongcuo.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.Person;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.CaseReader;
import org.rongcuo.cases.PaperWords;
import org.rongcuo.cases.Subject;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Redaction;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** Issues papers from the record, and says who reads them. */
@ApplicationScoped
class PaperService {
    private final CaseDesk desk;
    private final Instance<PaperSource> sources;
    private final PaperTemplates templates;
    private final PaperNumbers numbers;
    private final IssuedPapers papers;
    private final PdfPress pdf;
    private final DocxPress docx;
    private final CurrentActor actor;
    private final Clock clock;

    PaperService(
            CaseDesk desk,
            Instance<PaperSource> sources,
            PaperTemplates templates,
            PaperNumbers numbers,
            IssuedPapers papers,
            PdfPress pdf,
            DocxPress docx,
            CurrentActor actor,
            Clock clock) {
        this.desk = desk;
        this.sources = sources;
        this.templates = templates;
        this.numbers = numbers;
        this.papers = papers;
        this.pdf = pdf;
        this.docx = docx;
        this.actor = actor;
        this.clock = clock;
    }

    /** 制发文书. */
    record IssuePaper(
            @NotNull @Schema(description = "文书种类 · the kind of paper")
            PaperKind kind,

            @Schema(description = "所依据的记录(如认定),本案仅有一项时可略 · the record it tells of, such as a determination")
            UUID about,

            @Schema(description = "所更正、替代的文书 · the paper it corrects and replaces")
            UUID replaces,

            @Size(min = 1, max = 2000) @Schema(description = "更正理由,更正时必填 · reasons, with replaces alone")
            String reasons) {}

    /** A paper before it is printed. @param template null for the product's own */
    record Draft(PaperSource.Paper paper, PaperTemplate template, PaperText text) {}

    /** A paper as it was printed. */
    record Printed(PaperText text, byte[] docx, byte[] pdf) {}

    /**
     * What takes long, to be done while nothing is locked: the paper is printed with the number that it will likely get.
     *
     * @throws Problem 409, 422 as {@link #issue} does
     */
    Supplier<Printed> prepare(CaseFile file, IssuePaper wanted) {
        var paper = paper(file, wanted);
        var number = numbers.likely(file.handlingOrgan().jurisdiction(), wanted.kind(), year());
        var draft = draft(file, wanted, paper, number);
        return () -> print(draft);
    }

    /**
     * @param prepared printed before; where something changed meanwhile it is printed again
     * @throws Problem 409 while the step has not happened or where its paper was issued, 422 for a record unknown
     */
    IssuedPaper issue(CaseFile file, IssuePaper wanted, Printed prepared) {
        var paper = paper(file, wanted);
        var number = numbers.next(file.handlingOrgan().jurisdiction(), wanted.kind(), year());
        var draft = draft(file, wanted, paper, number);
        var printed = prepared != null && prepared.text().equals(draft.text()) ? prepared : print(draft);
        var issued =
                new IssuedPaper(file.id(), wanted, draft, printed, actor.get().personId(), Instant.now(clock));
        papers.keep(issued.sha256(PaperFormat.DOCX), printed.docx());
        papers.keep(issued.sha256(PaperFormat.PDF), printed.pdf());
        papers.persist(issued);
        papers.flush();
        desk.note(file, PaperAct.of(wanted.kind()), issued::issued);
        return issued;
    }

    private PaperSource.Paper paper(CaseFile file, IssuePaper wanted) {
        if ((wanted.replaces() == null)
                != (wanted.reasons() == null || wanted.reasons().isBlank())) {
            throw Problem.invalid(List.of(Violation.at(
                    "/reasons",
                    "correction-reasons",
                    "更正文书须写明理由,首次制发不得填写",
                    "A correction gives its reasons, a first issue has none")));
        }
        desk.requirePossible(file, PaperAct.of(wanted.kind()), Optional.empty());
        var source = sources.stream()
                .filter(each -> each.kinds().contains(wanted.kind()))
                .findFirst()
                .orElseThrow(() -> Problem.coded(ProblemType.ACT_NOT_POSSIBLE, NO_SOURCE.code(), NO_SOURCE.text()));
        var paper = source.paper(wanted.kind(), file.id(), wanted.about());
        requireFree(file, wanted, paper);
        return wanted.replaces() == null ? paper : paper.dated(Clocks.today(clock));
    }

    /** A record's paper is issued once; another one says which it replaces. */
    private void requireFree(CaseFile file, IssuePaper wanted, PaperSource.Paper paper) {
        var standing = papers.standing(file.id(), wanted.kind(), paper.about());
        if (wanted.replaces() != null
                && !standing.map(each -> each.id().equals(wanted.replaces())).orElse(false)) {
            throw Problem.invalid(
                    "/replaces",
                    "paper-not-replaceable",
                    "不是该记录现行有效的文书",
                    "It is not the standing paper of that record");
        }
        if (wanted.replaces() == null && standing.isPresent()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-issued",
                    new Text(
                            "已制发" + standing.get().number() + ";如需更正,请指明所替代的文书",
                            "Issued as " + standing.get().number() + "; to correct it, name it as replaced"));
        }
    }

    private Draft draft(CaseFile file, IssuePaper wanted, PaperSource.Paper paper, String number) {
        var kind = wanted.kind();
        var words = new HashMap<>(paper.words());
        words.put(PaperWord.NUMBER.word(), number);
        words.put(PaperWord.ORGAN.word(), paper.organ());
        words.put(PaperWord.ADDRESSEE.word(), Objects.requireNonNullElse(paper.addressee(), ""));
        words.put(PaperWord.DATED.word(), Typography.date(paper.dated()));
        if (kind.words().contains(PaperWord.DETERMINATION_NUMBER)) {
            words.merge(
                    PaperWord.DETERMINATION_NUMBER.word(),
                    "",
                    (said, none) -> said.isEmpty() ? determination(file, paper) : said);
        }
        for (var word : kind.words()) {
            if (words.get(word.word()) == null) {
                throw new IllegalStateException("the source of " + kind + " gives no " + word);
            }
        }
        var template = templates.applying(file.handlingOrgan().jurisdiction(), kind);
        var text = template.map(PaperTemplate::content).orElseGet(() -> templates.shipped(kind));
        var filled = TemplateText.fill(text, words);
        return new Draft(
                paper,
                template.orElse(null),
                wanted.replaces() == null ? filled : filled.ending(correction(file, wanted)));
    }

    /** What a paper says that stands in another's place: in whose, and why. */
    private String correction(CaseFile file, IssuePaper wanted) {
        var reasons = wanted.reasons().strip();
        if (wanted.kind() == PaperKind.PUBLIC_NOTICE) {
            reasons = Redaction.hidden(reasons, names(file));
        }
        return "本文书替代" + papers.of(file.id(), wanted.replaces()).number() + "文书,原文书自本文书成文之日起不再使用。更正理由:"
                + PaperWords.sentence(reasons);
    }

    /** The full names of those concerned, none of which a notice shows. */
    private List<String> names(CaseFile file) {
        return Stream.concat(
                        desk.subjects(file.id()).stream().map(Subject::name),
                        Stream.ofNullable(file.applicant()).map(Person::name))
                .distinct()
                .toList();
    }

    /** The number under which the subject's determination was issued, which no source knows; empty where it was not. */
    private String determination(CaseFile file, PaperSource.Paper paper) {
        return papers.of(file.id()).stream()
                .filter(issued ->
                        issued.kind() == PaperKind.DETERMINATION && Objects.equals(issued.subjectId(), paper.subject()))
                .reduce((earlier, later) -> later)
                .map(IssuedPaper::number)
                .orElse("");
    }

    private Printed print(Draft draft) {
        LocalDate dated = draft.paper().dated();
        return new Printed(draft.text(), docx.print(draft.text(), dated), pdf.print(draft.text(), dated));
    }

    private int year() {
        return Clocks.today(clock).getYear();
    }

    /** The case's papers that the current person reads. */
    List<IssuedPaper> readable(CaseFile file) {
        var reader = desk.reader(file);
        var told = desk.told(file.id());
        return papers.of(file.id()).stream()
                .filter(paper -> reads(reader, told, paper))
                .toList();
    }

    /** @throws Problem 404 for a paper that the current person does not read */
    IssuedPaper readable(CaseFile file, UUID id) {
        var paper = papers.of(file.id(), id);
        if (!reads(desk.reader(file), desk.told(file.id()), paper)) {
            throw Problem.notFound();
        }
        return paper;
    }

    /**
     * The office reads all; whom the case concerns what leaves the office and is about him, a determination once he was told
     * of it.
     */
    private static boolean reads(CaseReader reader, Set<UUID> told, IssuedPaper paper) {
        if (reader.isOffice()) {
            return true;
        }
        return paper.kind() == PaperKind.DETERMINATION
                ? reader.readsOutcome(paper.subjectId(), told.contains(paper.about()))
                : !paper.kind().isInternal() && reader.receives(paper.subjectId());
    }

    private static final ActView.Reason NO_SOURCE = new ActView.Reason(
            "paper-without-record",
            new Text("系统中没有此类文书所依据的记录", "The system holds no record that such a paper tells of"));
}
