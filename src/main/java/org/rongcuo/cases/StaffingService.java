package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.access.Organs;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.StaffingRequests.AddCoHandler;
import org.rongcuo.cases.StaffingRequests.LinkCase;
import org.rongcuo.cases.StaffingView.LinkView;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;

/** 联合承办, and the links between cases. */
@ApplicationScoped
class StaffingService {
    private final CaseDesk desk;
    private final StaffingActs possible;
    private final CaseFiles cases;
    private final CoHandlers coHandlers;
    private final CaseLinks links;
    private final Organs organs;
    private final Persons persons;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    StaffingService(
            CaseDesk desk,
            StaffingActs possible,
            CaseFiles cases,
            CoHandlers coHandlers,
            CaseLinks links,
            Organs organs,
            Persons persons,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.desk = desk;
        this.possible = possible;
        this.cases = cases;
        this.coHandlers = coHandlers;
        this.links = links;
        this.organs = organs;
        this.persons = persons;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    void add(CaseFile file, AddCoHandler wanted) {
        desk.requirePossible(file, StaffingAct.CO_HANDLERS, Optional.empty());
        var organ = organs.named(wanted.organ(), "/organ");
        var known = coHandlers.of(file.id());
        if (organ.id().equals(file.handlingOrgan().id()) || known.contains(organ)) {
            throw Problem.invalid("/organ", "already-assigned", "已由该机关承办", "The organ handles the case already");
        }
        if (!organ.jurisdiction().contains(file.jurisdiction())) {
            throw Problem.invalid(
                    "/organ",
                    "organ-out-of-reach",
                    "承办机关应属本级或上级行政区划",
                    "The organ must belong to the case's jurisdiction or one above");
        }
        coHandlers.add(file.id(), organ.id());
        desk.record(
                file,
                StaffingAct.CO_HANDLERS,
                version -> new StaffingEvent.CoHandlerAdded(file.id(), version, organ.id(), wanted.reasons()));
        desk.openAccess(file);
    }

    /** @throws Problem 404 for an organ that does not co-handle */
    void remove(CaseFile file, UUID organId, String reasons) {
        desk.requirePossible(
                file, StaffingAct.CO_HANDLER_REMOVALS, possible.impossible(file, StaffingAct.CO_HANDLER_REMOVALS));
        if (coHandlers.of(file.id()).stream().noneMatch(organ -> organ.id().equals(organId))) {
            throw Problem.notFound();
        }
        coHandlers.remove(file.id(), organId);
        desk.record(
                file,
                StaffingAct.CO_HANDLER_REMOVALS,
                version -> new StaffingEvent.CoHandlerRemoved(file.id(), version, organId, reasons));
        desk.openAccess(file);
    }

    CaseLink link(CaseFile file, LinkCase wanted) {
        desk.requirePossible(file, LinkAct.LINKS, Optional.empty());
        var other = seen(wanted.other())
                .filter(found -> !found.id().equals(file.id()))
                .orElseThrow(() -> Problem.invalid(
                        "/case", "case-unknown", "没有此案件,或您无权查看", "There is no such case, or you may not see it"));
        if (wanted.kind() == CaseLink.Kind.CONTINUES
                && (other.kind() != file.kind() || !other.status().isSettled())) {
            throw Problem.invalid(
                    "/case",
                    "not-ended",
                    "接续的须是同类已结、已报备、不予受理或终止认定的案件",
                    "It goes on with a case of its kind that has ended, is registered, was refused or left unresolved");
        }
        if (wanted.kind() == CaseLink.Kind.INVOKES
                && (file.kind() != CaseKind.EXEMPTION || other.kind() != CaseKind.PRIOR_FILING)) {
            throw Problem.invalid("/case", "not-a-filing", "援引的须是事前报备", "Only a filing is invoked, by an exemption");
        }
        if (links.of(file.id()).stream()
                .anyMatch(known -> known.from(file.id()).equals(other.id())
                        && known.kind() == wanted.kind()
                        && (known.kind() == CaseLink.Kind.RELATED
                                || known.caseId().equals(file.id())))) {
            throw Problem.invalid("/case", "linked-already", "已经关联", "It is linked already");
        }
        var link = new CaseLink(
                file.id(),
                other.id(),
                wanted.kind(),
                wanted.reasons(),
                actor.get().personId(),
                Instant.now(clock));
        links.persist(link);
        links.flush();
        events.fire(new StaffingEvent.CaseLinked(file.id(), file.stateVersion(), link.id(), other.id(), wanted.kind()));
        return link;
    }

    /** The case if the current person sees it. */
    private Optional<CaseFile> seen(UUID id) {
        try {
            return Optional.of(cases.visible(id));
        } catch (Problem unseen) {
            return Optional.empty();
        }
    }

    /** The links of a case whose other end the current person sees too. */
    List<LinkView> links(CaseFile file) {
        return views(file, links.of(file.id()));
    }

    List<LinkView> views(CaseFile file, List<CaseLink> known) {
        var others = known.stream()
                .flatMap(link -> seen(link.from(file.id())).stream())
                .distinct()
                .collect(Collectors.toMap(CaseFile::id, other -> other));
        var refs = persons.refs(known.stream().map(CaseLink::linkedBy));
        return known.stream()
                .filter(link -> others.containsKey(link.from(file.id())))
                .map(link -> new LinkView(
                        link.id(),
                        link.kind(),
                        link.caseId().equals(file.id()),
                        CaseView.Summary.of(others.get(link.from(file.id()))),
                        link.reasons(),
                        refs.get(link.linkedBy()),
                        link.linkedAt()))
                .toList();
    }
}
