package org.rongcuo.cases;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.policy.Effects;
import org.rongcuo.policy.Effects.TakenEffect;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;
import org.rongcuo.tasks.TaskService.NewTask;

/**
 * Tells the open cases of the versions and repeals that have taken effect (policy-contract "Versions"): for each case and cause
 * concerned one task and one ledger entry, in one transaction under the case's lock, which the database admits once. So
 * replicas may run this at the same time and die in the middle; what is not committed is done by the next run.
 */
@ApplicationScoped
class ChecklistChanges {
    private static final int CASES_AT_A_TIME = 500;

    /** After so many in a row the database is away, or something is wrong with all of them: the next run tries again. */
    private static final int MOST_FAILURES = 5;

    private static final String NOT_TOLD = " not exists (select 1 from task t where t.case_id = c.id"
            + " and t.kind = 'CHECKLIST_CHANGED' and t.reference = :cause)";

    // The statuses stand as literals so that the index on open cases serves.
    private static final String OPEN_CASES = "select c.id from case_file c"
            + " join jurisdiction j on j.code = c.jurisdiction_code"
            + " where c.status in ('APPLIED', 'VERIFYING', 'DEFERRED', 'CONSULTING') and c.applied_at < :since and j.path like :path"
            + " and c.id > :after and (:field = '' or c.field = :field) and" + NOT_TOLD
            + " order by c.id limit " + CASES_AT_A_TIME;

    private static final String LOCK =
            "select c.id from case_file c where c.id = :id and" + NOT_TOLD + " for update of c skip locked";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final CaseFiles cases;
    private final Subjects subjects;
    private final Sheets sheets;
    private final ChecklistService checklists;
    private final TaskService tasks;
    private final Effects effects;
    private final EntityManager entityManager;
    private final Event<DomainEvent> events;
    private volatile boolean stopping;

    ChecklistChanges(
            CaseFiles cases,
            Subjects subjects,
            Sheets sheets,
            ChecklistService checklists,
            TaskService tasks,
            Effects effects,
            EntityManager entityManager,
            Event<DomainEvent> events) {
        this.cases = cases;
        this.subjects = subjects;
        this.sheets = sheets;
        this.checklists = checklists;
        this.tasks = tasks;
        this.effects = effects;
        this.entityManager = entityManager;
        this.events = events;
    }

    /** What became of one case. */
    enum Told {
        TOLD,
        /** It changes nothing for a subject whose outcome is open. */
        NOT_CONCERNED,
        /** Somebody acts on it, another replica perhaps; or it ended or was told meanwhile. */
        LATER
    }

    @Scheduled(
            identity = "checklist-changes",
            every = "{rongcuo.checklists.every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        tellAll();
    }

    /** What is under way is committed; the rest is the next process's. */
    void stop(@Observes ShutdownEvent stops) {
        stopping = true;
    }

    /** Tells all open cases of all that took effect; answers how many were told. */
    int tellAll() {
        var told = 0;
        for (var effect : QuarkusTransaction.requiringNew().call(effects::unannounced)) {
            told += tellAllOf(effect);
        }
        return told;
    }

    private int tellAllOf(TakenEffect effect) {
        var told = 0;
        var failures = 0;
        var left = 0;
        var after = BEFORE_ALL;
        for (var page = openCases(effect, after); !page.isEmpty(); page = openCases(effect, after)) {
            for (var id : page) {
                if (stopping) {
                    return told;
                }
                after = id;
                try {
                    switch (QuarkusTransaction.requiringNew().call(() -> tell(id, effect))) {
                        case TOLD -> told++;
                        case LATER -> left++;
                        case NOT_CONCERNED -> {
                            // Nothing to tell it.
                        }
                    }
                    failures = 0;
                } catch (RuntimeException failed) {
                    Log.warnf(
                            "case %s could not be told of %s@%d, tried again later: %s",
                            id, effect.policy(), effect.number(), failed.getMessage());
                    Log.debug("not told", failed);
                    left++;
                    if (++failures == MOST_FAILURES) {
                        return told;
                    }
                }
            }
        }
        if (told > 0) {
            Log.infof("%d open case(s) told of %s@%d, %d left", told, effect.policy(), effect.number(), left);
        }
        if (left == 0) {
            QuarkusTransaction.requiringNew().run(() -> effects.announced(effect));
        }
        return told;
    }

    @SuppressWarnings("unchecked")
    private List<UUID> openCases(TakenEffect effect, UUID after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(OPEN_CASES, UUID.class)
                        .setParameter("since", effect.since())
                        .setParameter("path", effect.path() + "%")
                        .setParameter("field", effect.field() == null ? "" : effect.field())
                        .setParameter("cause", effect.cause().toString())
                        .setParameter("after", after)
                        .getResultList());
    }

    private Told tell(UUID id, TakenEffect effect) {
        var locked = entityManager
                .createNativeQuery(LOCK, UUID.class)
                .setParameter("id", id)
                .setParameter("cause", effect.cause().toString())
                .getResultList();
        if (locked.isEmpty()) {
            return Told.LATER;
        }
        var file = cases.findById(id);
        if (!file.status().isOpen()) {
            return Told.LATER;
        }
        var changed = changed(file, effect);
        if (changed.isEmpty()) {
            return Told.NOT_CONCERNED;
        }
        var task = tasks.raise(NewTask.aboutCase(
                TaskKind.CHECKLIST_CHANGED,
                id,
                Party.HANDLER.name(),
                subject(file, effect),
                effect.cause().toString(),
                null));
        if (task.isEmpty()) {
            return Told.LATER;
        }
        events.fire(file.changeChecklist(task.get(), effect, changed));
        return Told.TOLD;
    }

    /** What the version changes for each subject whose outcome is open and of whom it asks something. */
    private List<CaseEvent.SheetChanged> changed(CaseFile file, TakenEffect effect) {
        List<CaseEvent.SheetChanged> changed = new ArrayList<>();
        for (var subject : subjects.of(file.id())) {
            if (sheets.isOpen(file, subject)) {
                checklists
                        .changeBy(sheets.of(file, subject), effect)
                        .map(change -> new CaseEvent.SheetChanged(
                                subject.id(), change.added(), change.dropped(), change.changed(), change.unfit()))
                        .ifPresent(changed::add);
            }
        }
        return changed;
    }

    private static Text subject(CaseFile file, TakenEffect effect) {
        if (effect.repeal()) {
            return new Text(
                    file.number() + ":《" + effect.title().zh() + "》自 " + effect.effectiveFrom() + " 起废止",
                    file.number() + ": " + effect.title().en() + ", repealed from " + effect.effectiveFrom());
        }
        return new Text(
                file.number() + ":《" + effect.title().zh() + "》第 " + effect.number() + " 版自 " + effect.effectiveFrom()
                        + " 起施行",
                file.number() + ": " + effect.title().en() + ", version " + effect.number() + ", in force from "
                        + effect.effectiveFrom());
    }
}
