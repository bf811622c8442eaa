package org.rongcuo.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Text;

/** Policy staff write the templates of their place; what was written before stays. */
@ApplicationScoped
class PaperTemplateService {
    private final PaperTemplates templates;
    private final PdfPress press;
    private final CurrentActor actor;
    private final Event<PaperEvent> events;
    private final Clock clock;

    PaperTemplateService(
            PaperTemplates templates, PdfPress press, CurrentActor actor, Event<PaperEvent> events, Clock clock) {
        this.templates = templates;
        this.press = press;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /** A template for one's place. */
    @Schema(name = "WritePaperTemplate")
    record Write(
            @NotBlank
            @Size(max = TemplateText.MOST)
            @Schema(description = "模板正文:每行一段,“# ”标题,“## ”“### ”层次标题,{{案号}} 占位 · the text, a paragraph a line")
            String text,

            @Min(1)
            @Max(1_000_000)
            @Schema(description = "所依据的本地版本号,首次为空 · the own version it was written from, null for the first")
            Integer basedOn,

            @Size(max = 2000) @Schema(description = "修改说明 · what was changed and why")
            String note) {}

    /** A template to be looked at. */
    @Schema(name = "PreviewPaperTemplate")
    record Preview(
            @NotBlank @Size(max = TemplateText.MOST) @Schema(description = "模板正文 · the text")
            String text) {}

    /** @throws Problem 422 with all that is wrong, 409 when another version was written meanwhile */
    PaperTemplate write(Jurisdiction jurisdiction, PaperKind kind, Write wanted) {
        var text = sound(kind, wanted.text());
        templates.lock(jurisdiction.code(), kind);
        var last = templates.own(jurisdiction.code(), kind).map(PaperTemplate::version);
        if (!last.map(version -> version.equals(wanted.basedOn())).orElse(wanted.basedOn() == null)) {
            throw Problem.coded(
                    ProblemType.CONFLICT,
                    "template-changed",
                    new Text(
                            "本地模板已有第 " + last.orElse(0) + " 版,请据以修改",
                            "The place's own template is at version " + last.orElse(0) + "; write from that"));
        }
        var written = new PaperTemplate(
                jurisdiction,
                kind,
                last.orElse(0) + 1,
                text,
                wanted.note(),
                actor.get().personId(),
                Instant.now(clock));
        templates.persist(written);
        events.fire(new PaperEvent.PaperTemplateWritten(
                jurisdiction.code(), kind, written.version(), Sha256.of(text), wanted.note()));
        return written;
    }

    /** The template with samples in the words' places, as PDF. @throws Problem 422 with all that is wrong, 503 without font */
    byte[] preview(Jurisdiction jurisdiction, PaperKind kind, Preview wanted) {
        var text = sound(kind, wanted.text());
        var today = Clocks.today(clock);
        var words = TemplateText.samples(kind);
        words.put(PaperWord.DATED.word(), Typography.date(today));
        words.put(PaperWord.NUMBER.word(), PaperNumbers.number(jurisdiction.casePrefix(), kind, today.getYear(), "×"));
        return press.print(TemplateText.fill(text, words), today);
    }

    private static String sound(PaperKind kind, String text) {
        var plain = text.replace("\r\n", "\n").replace('\t', ' ').strip();
        var violations = TemplateText.violations(kind, plain);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return plain;
    }
}
