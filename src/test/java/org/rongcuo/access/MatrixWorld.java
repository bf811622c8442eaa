package org.rongcuo.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.PostgreSQL;
import org.rongcuo.access.MatrixCases.Book;
import org.rongcuo.access.MatrixCases.Matter;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;
import org.rongcuo.tasks.TaskService.NewTask;

/** All that the matrix's requests are about: the cases, and one or a few of everything else. */
final class MatrixWorld {
    private final TaskService tasks;
    final MatrixPeople people;
    final MatrixHttp http;
    final MatrixCases cases;
    final List<Book> books = new ArrayList<>();
    final Map<Book, String> replays = new HashMap<>();
    final Map<Place, String> assignments = new HashMap<>();
    final Map<Matter, String> caseTasks = new LinkedHashMap<>();
    final Matter filing;
    final MatrixFilings.Proposed proposal;
    final String group;
    final String notice;
    String document;
    String bookTask;

    MatrixWorld(MatrixPeople people, MatrixHttp http, TaskService tasks) throws IOException, SQLException {
        this.people = people;
        this.http = http;
        this.tasks = tasks;
        cases = new MatrixCases(people, http);
        for (var place : Place.values()) {
            assignments.put(place, cases.assignment("supervisor." + place).toString());
        }
        filing = MatrixFilings.monitored(people, http);
        proposal = MatrixFilings.proposed(people, http);
        makeBooks();
        group = groupOfM();
        cases.broughtBefore(group, people.named("coordinator.M"));
        makeTasks();
        notice = aRunningNotice();
    }

    /** A notice for the public, with an objection whose receipt is {@code MATRIX}. */
    private String aRunningNotice() throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var insert = connection.prepareStatement("with n as (insert into public_notice (id, case_id, round,"
                        + " jurisdiction_code, organ_id, ceiling, audience, text, published_from, published_until,"
                        + " published_by, published_at) select gen_random_uuid(), c.id, 1, c.jurisdiction_code,"
                        + " c.handling_organ_id, 'PUBLIC', 'PUBLIC', 'matrix', current_date, current_date + 9,"
                        + " c.applicant_id, now() from case_file c where c.id = ?::uuid returning id, case_id)"
                        + " insert into objection (id, case_id, notice_id, round, receipt, text, filed_at)"
                        + " select gen_random_uuid(), case_id, id, 1, ?, 'matrix', now() from n returning notice_id")) {
            insert.setString(1, cases.named("determined INTERNAL").id());
            insert.setString(2, Sha256.of("MATRIX"));
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** A task about each case that is under way, and one about a book of M. */
    private void makeTasks() {
        for (var matter : cases.all()) {
            if (matter.organ() != null && !Set.of("CLOSED", "WITHDRAWN").contains(matter.status())) {
                caseTasks.put(
                        matter,
                        QuarkusTransaction.requiringNew()
                                .call(() -> tasks.raise(NewTask.aboutCase(
                                                TaskKind.CHECKLIST_CHANGED,
                                                UUID.fromString(matter.id()),
                                                "HANDLER",
                                                Text.same(matter.name()),
                                                "matrix",
                                                null))
                                        .orElseThrow()
                                        .toString()));
            }
        }
        var editor = people.named("policy-editor.M");
        document = http.post(
                        editor,
                        "/api/v1/superior-documents",
                        Map.of(
                                "title", "矩阵文件",
                                "issuer", "矩阵",
                                "issuedOn", "2026-01-01",
                                "books", List.of(Place.M.code + "/matrix-public")))
                .expect(201)
                .json()
                .get("id")
                .asText();
        bookTask = http.get(editor, "/api/v1/tasks")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    /** A group of M whose one member is a co-lead; its id. */
    private String groupOfM() throws SQLException {
        var lead = people.named("coordinator.M");
        var id = UUID.randomUUID();
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("insert into coordination_group (id, jurisdiction_code, state_version) values ('" + id
                    + "', '" + Place.M.code + "', 1)");
            statement.execute("with v as (insert into coordination_group_version (id, group_id, number, name, duties,"
                    + " quorum, co_leads, valid_from, changed_by, changed_at) values (gen_random_uuid(), '" + id
                    + "', 1, '矩阵小组', '职责', 'MORE_THAN_HALF', 1, '2020-01-01', '" + lead.id()
                    + "', now()) returning id)"
                    + " insert into coordination_group_member (version_id, person_id, function, organ_id)"
                    + " select v.id, p.id, 'CO_LEAD_DISCIPLINE_INSPECTION', p.organ_id from v, person p where p.id = '"
                    + lead.id() + "'");
        }
        return id.toString();
    }

    /** A public and an internal book of M with drafts; the internal one has a version approved, for a far day. */
    private void makeBooks() throws IOException, SQLException {
        var editor = people.named("policy-editor.M");
        var model = Files.readString(Path.of("dmn/330922/tolerance/v1.dmn"));
        for (var visibility : List.of("PUBLIC", "INTERNAL")) {
            var name = "matrix-" + visibility.toLowerCase(Locale.ROOT);
            var body = Map.of(
                    "jurisdiction", Place.M.code,
                    "name", name,
                    "kind", "TOLERANCE",
                    "titleZh", "矩阵办法",
                    "titleEn", "Matrix book",
                    "lenityMode", "TWO_DATE",
                    "lenityBasis", "依据",
                    "visibility", visibility);
            http.post(editor, "/api/v1/policies", body).expect(201);
            var versions = "/api/v1/policies/" + Place.M.code + "/" + name + "/versions";
            http.xml(editor, versions, model).expect(201);
            if (visibility.equals("INTERNAL")) {
                approveForAFarDay(name);
                http.xml(editor, versions, model).expect(201);
                books.add(new Book(Place.M.code, name, 1, true, false, Place.M));
                books.add(new Book(Place.M.code, name, 2, true, true, Place.M));
            } else {
                books.add(new Book(Place.M.code, name, 1, false, true, Place.M));
            }
        }
        books.add(new Book("000000", "accountability", 1, false, false, null));
        for (var book : books) {
            replays.put(book, replayOf(book));
        }
    }

    /** A replay that is over; its id. */
    private static String replayOf(Book book) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var insert =
                        connection.prepareStatement("insert into impact_replay (id, version_id, content_hash, model,"
                                + " replay_date, parts, status, requested_by, requested_at, finished_at)"
                                + " select gen_random_uuid(), v.id, v.content_hash, v.model, current_date, 1, 'CANCELLED',"
                                + " (select id from person limit 1), now(), now() from policy_version v join policy p"
                                + " on p.id = v.policy_id where p.jurisdiction_code = ? and p.name = ? and v.number = ?"
                                + " returning id")) {
            insert.setString(1, book.jurisdiction());
            insert.setString(2, book.name());
            insert.setInt(3, book.number());
            try (var row = insert.executeQuery();
                    var part = connection.prepareStatement(
                            "insert into impact_replay_part (replay_id, part, status) values (?, 0, 'CANCELLED')")) {
                row.next();
                part.setObject(1, row.getObject(1));
                part.executeUpdate();
                return row.getString(1);
            }
        }
    }

    private static void approveForAFarDay(String book) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var update = connection.prepareStatement("update policy_version set status = 'APPROVED',"
                        + " effective_from = '2099-01-01', approved_at = now()"
                        + " where policy_id = (select id from policy where name = ?)")) {
            update.setString(1, book);
            assertEquals(1, update.executeUpdate());
        }
    }
}
