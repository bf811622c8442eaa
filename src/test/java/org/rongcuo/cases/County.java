package org.rongcuo.cases;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.opened;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** A county of a test's own, with an office and a rule book whose versions the test chooses; nobody else sees its cases. */
public final class County {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    final String code;
    final String applicant;
    public final String handler;
    final String colleague;
    public final String decider;
    final String editor;

    private County(String code) {
        this.code = code;
        Office.administered(
                "jurisdictions",
                Map.of(
                        "code",
                        code,
                        "nameZh",
                        "测试县" + code,
                        "nameEn",
                        "Test County " + code,
                        "parent",
                        "000000",
                        "casePrefix",
                        code.substring(2)));
        var inspection = organ("DISCIPLINE_INSPECTION");
        applicant = Office.newcomer(organ("UNIT"), "APPLICANT");
        handler = Office.newcomer(inspection, "HANDLER");
        colleague = Office.newcomer(inspection, "HANDLER");
        decider = Office.newcomer(inspection, "DECIDER");
        editor = Office.newcomer(organ("POLICY"), "POLICY_EDITOR");
    }

    public static County founded() {
        return new County(Integer.toString(940000 + COUNTER.incrementAndGet()));
    }

    /** A new organ of the county. */
    String organ(String kind) {
        return Office.administered(
                "organs", Map.of("jurisdiction", code, "kind", kind, "name", "测试·" + kind + UUID.randomUUID()));
    }

    /** A book without a version. */
    void book(String name, String lenity) {
        as(editor)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "jurisdiction", code,
                        "name", name,
                        "kind", "TOLERANCE",
                        "titleZh", "测试办法",
                        "titleEn", "Test book",
                        "lenityMode", lenity,
                        "lenityBasis", "测试",
                        "visibility", "PUBLIC"))
                .post("/api/v1/policies")
                .then()
                .statusCode(201);
    }

    /**
     * A version of the book that asks the items, approved.
     *
     * @param items item id → its answers, parted by commas
     * @return its id
     */
    String version(String name, Map<String, String> items, LocalDate effectiveFrom, Instant approvedAt) {
        var number = as(editor)
                .contentType(ContentType.XML)
                .body(model(items).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/policies/" + code + "/" + name + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        try (var connection = PostgreSQL.superuser();
                var update = connection.prepareStatement("update policy_version v set status = 'APPROVED',"
                        + " effective_from = ?, approved_at = ? from policy p where v.policy_id = p.id"
                        + " and p.jurisdiction_code = ? and p.name = ? and v.number = ? returning v.id")) {
            update.setObject(1, effectiveFrom);
            update.setObject(2, approvedAt.atOffset(ZoneOffset.UTC));
            update.setString(3, code);
            update.setString(4, name);
            update.setInt(5, number);
            try (var row = update.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The book's end from the day on. @return the repeal's id */
    String repeal(String name, LocalDate effectiveFrom, Instant decidedAt) {
        try (var connection = PostgreSQL.superuser();
                var insert = connection.prepareStatement("insert into policy_repeal"
                        + " (id, policy_id, effective_from, reasons, decided_by, decided_at)"
                        + " select gen_random_uuid(), p.id, ?, '测试', ?::uuid, ? from policy p"
                        + " where p.jurisdiction_code = ? and p.name = ? returning id")) {
            insert.setObject(1, effectiveFrom);
            insert.setString(2, Office.person(editor));
            insert.setObject(3, decidedAt.atOffset(ZoneOffset.UTC));
            insert.setString(4, code);
            insert.setString(5, name);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A draft whose conduct ended on the day. */
    String draft(LocalDate conduct) {
        Map<String, Object> body = new HashMap<>(Office.openCase(code, applicant));
        body.put(
                "particulars",
                Map.of(
                        "title", "测试事项",
                        "summary", "测试",
                        "conduct", Map.of("from", conduct.toString(), "to", conduct.toString())));
        body.put("subjects", List.of(Map.of("person", Office.person(applicant), "status", "OTHER")));
        return opened(applicant, body);
    }

    public String applied(LocalDate conduct) {
        var id = draft(conduct);
        done(act(applicant, id, "application", Map.of("statement", "申请")));
        return id;
    }

    public String verifying(LocalDate conduct) {
        var id = applied(conduct);
        done(act(handler, id, "acceptance", Map.of("accepted", true)));
        return id;
    }

    void determine(String id, String subject) {
        var evaluation = Office.evaluate(handler, id, subject).getString("id");
        Office.investigated(handler, colleague, id);
        var body = Office.determination(subject, evaluation, "NOT_TOLERABLE");
        body.put("departureReasons", "测试");
        body.put("openItemsReasons", "测试");
        var answer = act(decider, id, "determinations", body);
        if (answer.statusCode() == 422) {
            // Where every item is answered there is nothing to say of open ones.
            body.remove("openItemsReasons");
            answer = act(decider, id, "determinations", body);
        }
        answer.then().statusCode(201);
    }

    List<String> subjects(String id) {
        return as(handler)
                .get(CASES + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("subjects.id");
    }

    /** The case so many times again, row by row, each with a number of its own. */
    static void copy(String id, int times) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temporary table copy on commit drop as select gen_random_uuid() as id,"
                    + " gen_random_uuid() as subject, n from generate_series(1, " + times + ") n");
            var original = " x, copy where x.%s = '" + id + "'";
            statement.execute("insert into case_file select (jsonb_populate_record(x, jsonb_build_object('id', copy.id,"
                    + " 'number', x.number || '-' || n))).* from case_file" + original.formatted("id"));
            statement.execute("insert into case_subject select (jsonb_populate_record(x,"
                    + " jsonb_build_object('id', copy.subject, 'case_id', copy.id))).* from case_subject"
                    + original.formatted("case_id"));
            statement.execute("insert into case_grant select (jsonb_populate_record(x,"
                    + " jsonb_build_object('case_id', copy.id))).* from case_grant" + original.formatted("case_id"));
            statement.execute("insert into answer overriding user value select (jsonb_populate_record(x,"
                    + " jsonb_build_object('id', gen_random_uuid(), 'case_ref', copy.id,"
                    + " 'subject_ref', copy.subject))).* from answer" + original.formatted("case_ref"));
            connection.commit();
        }
    }

    static String model(Map<String, String> items) {
        var types = new StringBuilder();
        var inputs = new StringBuilder();
        var columns = new StringBuilder();
        var cells = new StringBuilder();
        items.forEach((item, answers) -> {
            types.append("""
                    <itemDefinition id="t_%1$s" name="%1$s取值"><typeRef>string</typeRef><allowedValues><text>"%2$s"</text></allowedValues></itemDefinition>
                    """.formatted(item, answers.replace(",", "\",\"")));
            inputs.append("""
                    <inputData id="%1$s" name="%1$s项"><description>%1$s如何?</description><variable name="%1$s项" typeRef="%1$s取值"/></inputData>
                    """.formatted(item));
            columns.append("""
                    <input id="i_%1$s" label="%1$s"><inputExpression id="e_%1$s" typeRef="%1$s取值"><text>%1$s项</text></inputExpression></input>
                    """.formatted(item));
            cells.append("""
                    <inputEntry id="c_%1$s_@"><text>%2$s</text></inputEntry>
                    """.formatted(item, cells.isEmpty() ? "\"" + answers.split(",")[0] + "\"" : "-"));
        });
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="book" name="测试办法" namespace="https://rongcuo.org/test">
                %1$s
                <itemDefinition id="tHits" name="清单" isCollection="true"><typeRef>string</typeRef></itemDefinition>
                <itemDefinition id="tWord" name="认定词"><typeRef>string</typeRef><allowedValues><text>"免责","减责","不予容错","提请会商"</text></allowedValues></itemDefinition>
                %2$s
                <decision id="bottomLine" name="底线"><variable name="底线" typeRef="清单"/>
                  <decisionTable id="b" hitPolicy="COLLECT">%3$s<output id="bo"/><annotation name="依据"/><annotation name="说明"/>
                    <rule id="br">%4$s<outputEntry id="bv"><text>"触线"</text></outputEntry><annotationEntry><text>第一条</text></annotationEntry><annotationEntry><text>测试</text></annotationEntry></rule>
                  </decisionTable></decision>
                <decision id="tolerability" name="认定建议"><variable name="认定建议" typeRef="认定词"/>
                  <decisionTable id="t" hitPolicy="FIRST">%5$s<output id="to"/><annotation name="依据"/><annotation name="说明"/>
                    <rule id="tr1">%6$s<outputEntry id="tv1"><text>"不予容错"</text></outputEntry><annotationEntry><text>第二条</text></annotationEntry><annotationEntry><text>测试</text></annotationEntry></rule>
                    <rule id="tr2">%7$s<outputEntry id="tv2"><text>"免责"</text></outputEntry><annotationEntry><text>第三条</text></annotationEntry><annotationEntry><text>测试</text></annotationEntry></rule>
                  </decisionTable></decision>
                </definitions>
                """.formatted(
                types,
                inputs,
                columns.toString().replace("id=\"i_", "id=\"bi_").replace("id=\"e_", "id=\"be_"),
                cells.toString().replace("@", "b"),
                columns.toString().replace("id=\"i_", "id=\"ti_").replace("id=\"e_", "id=\"te_"),
                cells.toString().replace("@", "t1"),
                cells.toString().replace("@", "t2").replaceAll("<text>.*?</text>", "<text>-</text>")).strip();
    }
}
