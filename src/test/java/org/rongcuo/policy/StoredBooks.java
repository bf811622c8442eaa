package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.dmn.AdmittedModel;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.ModelGate;

/** Books of a city and a county of their own, under no other books, stored within the test's transaction, with any history a test wants. */
@ApplicationScoped
public class StoredBooks {
    static final String CITY = "910100";
    static final String COUNTY = "910121";

    private final PolicyService service;
    private final Policies policies;
    private final PolicyVersions versions;
    private final EntityManager entityManager;
    private final ModelGate gate;
    private final EvaluationService evaluations;

    StoredBooks(
            PolicyService service,
            Policies policies,
            PolicyVersions versions,
            EntityManager entityManager,
            ModelGate gate,
            EvaluationService evaluations) {
        this.service = service;
        this.policies = policies;
        this.versions = versions;
        this.entityManager = entityManager;
        this.gate = gate;
        this.evaluations = evaluations;
    }

    Policy book(String place, String name, String field, LenityMode mode) {
        places();
        return service.open(new PolicyService.OpenPolicy(
                place,
                name,
                BookKind.TOLERANCE,
                "测试办法",
                "Test book",
                field,
                null,
                null,
                null,
                mode,
                "测试之依据",
                Visibility.PUBLIC,
                null));
    }

    /** A statute of the city. */
    Policy statute(String name, List<String> fields, List<SubjectStatus> statuses) {
        places();
        return service.open(new PolicyService.OpenPolicy(
                CITY,
                name,
                BookKind.STATUTE,
                "测试法规",
                "Test statute",
                null,
                fields,
                statuses,
                null,
                null,
                null,
                Visibility.PUBLIC,
                null));
    }

    void inForce(Policy book, TestBook model, String from) {
        inForce(book, model.admitted(), from);
    }

    void inForce(Policy book, AdmittedModel model, String from) {
        service.importShipped(book, TestBook.prepared(model), LocalDate.parse(from), null);
    }

    /** A version whose stored text is not the one that was admitted. */
    void spoilt(Policy book, TestBook model, String from) {
        var sound = model.admitted();
        inForce(book, new AdmittedModel(sound.xml().replace("不予容错", "免责"), sound.contentHash(), sound.outline()), from);
    }

    UUID idOf(Policy book, int number) {
        return versions.of(book, number).orElseThrow().id();
    }

    /** A further version of a TOLERANCE book that exists, back-dated at will. */
    public void inForce(String place, String name, byte[] model, LocalDate from) {
        inForce(policies.of(place, name).orElseThrow(), gate.admit(model, BookKind.TOLERANCE), from.toString());
        entityManager.flush();
    }

    /** What is recommended on the one fact of every test book in the county, by the layers of both dates. */
    EvaluationView evaluate(String conduct, String decision) {
        return evaluate(COUNTY, null, null, conduct, decision);
    }

    EvaluationView evaluate(String place, String field, SubjectStatus status, String conduct, String decision) {
        return evaluations.evaluate(
                new Matter(place, field, status, LocalDate.parse(conduct), LocalDate.parse(decision)), TestBook.FACTS);
    }

    /** The codes of the reasons why it refers, which it must. */
    static List<String> codes(EvaluationView view) {
        assertEquals(
                Recommendation.REFER,
                view.recommendation().code(),
                view.recommendation().toString());
        return view.recommendation().reasons().stream()
                .map(EvaluationView.Reason::code)
                .toList();
    }

    /** A book without login unseen, of a place of its own under the centre, in force; committed. It stays. */
    void internalBook(String place, String casePrefix, String name) {
        QuarkusTransaction.requiringNew().run(() -> {
            entityManager
                    .createNativeQuery(
                            "insert into jurisdiction (code, name_zh, name_en, parent_code, path, case_prefix)"
                                    + " values (?1, '测试区', 'Test Zone', '000000', '/000000/' || ?1 || '/', ?2)"
                                    + " on conflict do nothing")
                    .setParameter(1, place)
                    .setParameter(2, casePrefix)
                    .executeUpdate();
            if (policies.of(place, name).isEmpty()) {
                var book = service.open(new PolicyService.OpenPolicy(
                        place,
                        name,
                        BookKind.TOLERANCE,
                        "内部办法",
                        "Internal book",
                        null,
                        null,
                        null,
                        null,
                        LenityMode.TWO_DATE,
                        "测试",
                        Visibility.INTERNAL,
                        null));
                inForce(book, TestBook.saying("免责"), "2020-01-01");
            }
        });
    }

    private void places() {
        entityManager
                .createNativeQuery("insert into jurisdiction (code, name_zh, name_en, parent_code, path, case_prefix)"
                        + " values ('910100', '测试市', 'Test City', null, '/910100/', '测'),"
                        + " ('910121', '测试县', 'Test County', '910100', '/910100/910121/', '试')"
                        + " on conflict do nothing")
                .executeUpdate();
    }
}
