package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Role;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;
import org.rongcuo.tasks.TaskService.NewTask;

/** Records superior documents; each opens a task of review for every book that it affects. */
@ApplicationScoped
class SuperiorDocumentService {
    private final SuperiorDocuments documents;
    private final Policies policies;
    private final Jurisdictions jurisdictions;
    private final TaskService tasks;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Event<PolicyEvent> events;
    private final Clock clock;

    SuperiorDocumentService(
            SuperiorDocuments documents,
            Policies policies,
            Jurisdictions jurisdictions,
            TaskService tasks,
            CurrentActor actor,
            CurrentRights rights,
            Event<PolicyEvent> events,
            Clock clock) {
        this.documents = documents;
        this.policies = policies;
        this.jurisdictions = jurisdictions;
        this.tasks = tasks;
        this.actor = actor;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** A document of an authority above. */
    record RecordSuperiorDocument(
            @NotBlank @Size(max = 300) String title,

            @NotBlank @Size(max = 200) @Schema(description = "制发机关 · who issued it")
            String issuer,

            @Size(min = 1, max = 100) @Schema(description = "文号 · its number")
            String number,

            @NotNull @Schema(description = "成文日期 · date of issue")
            LocalDate issuedOn,

            @Size(max = 4000) @Schema(description = "要点 · what it says on the matter")
            String summary,

            @NotEmpty
            @Size(max = 100)
            @Schema(
                    description = "受影响的办法,如 330900/tolerance · the books it affects",
                    examples = "[\"330922/tolerance\"]")
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "[0-9]{6}([0-9]{3})?/[a-z][a-z0-9-]{0,63}",
                                    message = "应如 330900/tolerance|must be like 330900/tolerance")
                            String>
                    books) {}

    /** Whether the current person is an editor over the places of all books named. @throws Problem 403 */
    void authorise(RecordSuperiorDocument wanted) {
        if (wanted == null || wanted.books() == null) {
            return;
        }
        wanted.books().stream()
                .filter(book -> book != null && book.matches("[0-9]{6,9}/.*"))
                .map(book -> book.substring(0, book.indexOf('/')))
                .distinct()
                .forEach(place -> jurisdictions
                        .findByIdOptional(place)
                        .ifPresent(over -> rights.requireOver(over, Role.POLICY_EDITOR)));
    }

    /** @throws Problem 422 with everything that is wrong */
    SuperiorDocument record(RecordSuperiorDocument wanted) {
        List<Violation> violations = new ArrayList<>();
        if (wanted.issuedOn().isAfter(Clocks.today(clock))) {
            violations.add(
                    Violation.at("/issuedOn", "in-the-future", "成文日期不得在今日之后", "It must not be dated after today"));
        }
        var books = books(wanted.books(), violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var document = new SuperiorDocument(wanted, books, actor.get().personId(), Instant.now(clock));
        documents.persist(document);
        documents.flush();
        for (var book : books) {
            events.fire(document.recorded(book));
            tasks.raise(NewTask.aboutBook(
                    TaskKind.SUPERIOR_DOCUMENT,
                    book.id(),
                    book.key(),
                    subject(document, book),
                    document.id().toString(),
                    null));
        }
        return document;
    }

    /** The books under their locks, in the order of their keys whatever the order of the request: no two writers wait crosswise. */
    private List<Policy> books(List<String> keys, List<Violation> violations) {
        Map<String, Policy> books = new TreeMap<>();
        Map<String, Integer> first = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (first.putIfAbsent(keys.get(i), i) != null) {
                violations.add(Violation.at("/books/" + i, "book-twice", "此办法已列明", "The book is named already"));
            }
        }
        first.forEach((key, place) -> {
            var parts = key.split("/", 2);
            policies.locked(parts[0], parts[1])
                    .ifPresentOrElse(
                            book -> books.put(key, book),
                            () -> violations.add(Violation.at(
                                    "/books/" + place, "book-unknown", "没有此办法:" + key, "There is no book " + key)));
        });
        return List.copyOf(books.values());
    }

    private static Text subject(SuperiorDocument document, Policy book) {
        var number = document.number() == null ? "" : "(" + document.number() + ")";
        return new Text(
                "《" + book.title().zh() + "》:" + document.issuer() + "《" + document.title() + "》" + number,
                book.title().en() + ": " + document.issuer() + "《" + document.title() + "》" + number);
    }
}
