package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.procedure.RecusedPersons;
import org.rongcuo.shared.Text;

/** Who has a part in a case that keeps them from judging it: subjects and their unit, the applicant, who handled it. */
@ApplicationScoped
class CaseInvolvement {
    private static final Text SUBJECT = new Text("当事人", "a subject of the case");
    private static final Text UNIT = new Text("当事单位人员", "belongs to the unit that is a subject");
    private static final Text APPLICANT = new Text("申请人", "the applicant");
    private static final Text HANDLER = new Text("参与承办", "handled the case");
    private static final Text RECORDED = new Text("已记录应当回避", "recorded as recused");

    private final Subjects subjects;
    private final CaseHandlers handlers;
    private final Persons persons;
    private final Instance<RecusedPersons> recorded;

    CaseInvolvement(Subjects subjects, CaseHandlers handlers, Persons persons, Instance<RecusedPersons> recorded) {
        this.subjects = subjects;
        this.handlers = handlers;
        this.persons = persons;
        this.recorded = recorded;
    }

    /** Of the persons those who have a part, each with what it is. */
    Map<UUID, Text> of(CaseFile file, Collection<UUID> wanted) {
        Map<UUID, Text> involved = new LinkedHashMap<>();
        for (var subject : subjects.of(file.id())) {
            for (var person : wanted) {
                if (person.equals(subject.personId())) {
                    involved.putIfAbsent(person, SUBJECT);
                } else if (subject.organId() != null && persons.belongsTo(person, subject.organId())) {
                    involved.putIfAbsent(person, UNIT);
                }
            }
        }
        for (var person : wanted) {
            if (file.start() == Start.APPLICATION && file.applicant().id().equals(person)) {
                involved.putIfAbsent(person, APPLICANT);
            }
            if (handlers.handled(file.id(), person)) {
                involved.putIfAbsent(person, HANDLER);
            }
        }
        recorded.stream()
                .flatMap(source -> source.of(file.id()).stream())
                .filter(wanted::contains)
                .forEach(person -> involved.putIfAbsent(person, RECORDED));
        return involved;
    }
}
