package org.rongcuo.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rongcuo.access.Persons;
import org.rongcuo.archive.ArchiveRequests.ArchiveCase;
import org.rongcuo.archive.ArchiveRequests.ArchiveFiling;
import org.rongcuo.archive.ArchiveRequests.ExplainGap;
import org.rongcuo.archive.ArchiveViews.ArchivedView;
import org.rongcuo.archive.ArchiveViews.CheckView;
import org.rongcuo.archive.ArchiveViews.Missing;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.ExemptionMove.ExplainedGap;
import org.rongcuo.procedure.FilingMove;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.procedure.RecordCheck.Gap;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** 归档: only a whole record is archived, or one whose every gap is explained (备考表). */
@ApplicationScoped
class ArchiveService {
    private final Instance<RecordCheck> checks;
    private final CaseArchives archives;
    private final CaseDesk desk;
    private final Persons persons;
    private final CurrentActor actor;
    private final Clock clock;

    ArchiveService(
            Instance<RecordCheck> checks,
            CaseArchives archives,
            CaseDesk desk,
            Persons persons,
            CurrentActor actor,
            Clock clock) {
        this.checks = checks;
        this.archives = archives;
        this.desk = desk;
        this.persons = persons;
        this.actor = actor;
        this.clock = clock;
    }

    private List<Gap> gaps(CaseFile file) {
        return checks.stream()
                .flatMap(check -> check.gaps(file.id()).stream())
                .sorted(Comparator.comparing(Gap::step).thenComparing(Gap::code))
                .toList();
    }

    private Retention usual(CaseFile file) {
        return Retention.usual(file.kind(), desk.outcomes(file.id()), file.complexity());
    }

    CheckView check(CaseFile file) {
        var gaps = gaps(file);
        var usual = usual(file);
        return new CheckView(
                gaps.isEmpty(),
                gaps.stream()
                        .map(gap -> new Missing(gap.step(), gap.code(), gap.about(), gap.text()))
                        .toList(),
                usual,
                usual.label());
    }

    ArchivedView archive(CaseFile file, ArchiveCase wanted) {
        desk.requirePossible(file, ArchiveAct.ARCHIVE, Optional.empty());
        var archive = kept(file, wanted);
        desk.record(
                file,
                ArchiveAct.ARCHIVE,
                version -> new ExemptionMove.CaseArchived(
                        file.id(), version, archive.retention().name(), archive.explained(), archive.remark()));
        return view(file, archive);
    }

    ArchivedView archive(CaseFile file, ArchiveFiling wanted) {
        desk.requirePossible(file, ArchiveAct.FILING_ARCHIVE, Optional.empty());
        var archive = kept(file, wanted.kept());
        desk.record(
                file,
                ArchiveAct.FILING_ARCHIVE,
                version -> new FilingMove.FilingArchived(
                        file.id(),
                        version,
                        wanted.summary(),
                        archive.retention().name(),
                        archive.explained(),
                        archive.remark()));
        return view(file, archive);
    }

    private CaseArchive kept(CaseFile file, ArchiveCase wanted) {
        var explained = wanted.explained() == null ? List.<ExplainGap>of() : wanted.explained();
        var gaps = gaps(file);
        requireWhole(gaps, explained);
        var usual = usual(file);
        var retention = wanted.retention() == null ? usual : wanted.retention();
        requireSound(retention, usual, wanted, gaps, explained);
        var archive = new CaseArchive(
                file.id(),
                retention,
                wanted.remark(),
                explained.stream()
                        .map(each -> new ExplainedGap(each.step(), each.code(), each.about(), each.reasons()))
                        .toList(),
                actor.get().personId(),
                Instant.now(clock));
        archives.persist(archive);
        archives.flush();
        return archive;
    }

    private static void requireWhole(List<Gap> gaps, List<ExplainGap> explained) {
        var open = gaps.stream()
                .filter(gap -> explained.stream().noneMatch(each -> is(each, gap)))
                .map(gap -> new Violation("/explained", gap.code(), text(gap)))
                .toList();
        if (!open.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "record-incomplete",
                    new Text("案卷不完整,尚缺 " + open.size() + " 项", "The record lacks " + open.size() + " thing(s)"),
                    open);
        }
    }

    private static void requireSound(
            Retention retention, Retention usual, ArchiveCase wanted, List<Gap> gaps, List<ExplainGap> explained) {
        List<Violation> violations = new ArrayList<>();
        if (retention.shorterThan(usual)
                && (wanted.remark() == null || wanted.remark().isBlank())) {
            violations.add(Violation.at(
                    "/remark",
                    "shorter-without-remark",
                    "短于通常的保管期限(" + usual.label().zh() + "),应在备注中说明",
                    "Shorter than usual (" + usual.label().en() + "); say why in the remark"));
        }
        for (int i = 0; i < explained.size(); i++) {
            var each = explained.get(i);
            if (gaps.stream().noneMatch(gap -> is(each, gap))) {
                violations.add(
                        Violation.at("/explained/" + i, "not-missing", "此项并不缺少", "Nothing of that kind is missing"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private static boolean is(ExplainGap explained, Gap gap) {
        return explained.step().equals(gap.step())
                && explained.code().equals(gap.code())
                && Objects.equals(explained.about(), gap.about());
    }

    private static Text text(Gap gap) {
        return new Text(
                gap.step() + ":" + gap.text().zh(),
                gap.step() + ": " + gap.text().en());
    }

    private ArchivedView view(CaseFile file, CaseArchive archive) {
        return new ArchivedView(
                file.status(),
                archive.retention(),
                archive.retention().label(),
                archive.remark(),
                archive.explained(),
                persons.refs(java.util.stream.Stream.of(archive.archivedBy())).get(archive.archivedBy()),
                archive.archivedAt());
    }
}
