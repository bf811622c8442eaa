package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads what a replay goes over: of each subject of each case the latest evaluation on record. Within a transaction. */
@ApplicationScoped
class ReplayRecords {
    private static final int FETCHED_AT_A_TIME = 1000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DataSource database;

    ReplayRecords(DataSource database) {
        this.database = database;
    }

    /** The latest evaluation of a subject, its facts aside. */
    record Latest(
            UUID id,
            UUID caseRef,
            UUID subjectRef,
            String jurisdiction,
            @Nullable String field,
            @Nullable SubjectStatus status,
            String factsHash) {}

    /**
     * Which evaluations a replay goes over. Null and an empty list leave a property open, but for the places.
     *
     * @param until those of later play no part
     * @param places codes of all places
     * @param fields those that each must be the matter's
     * @param anyField those of which one must be the matter's
     * @param anyStatus those of which one must be the subject's, unless that is unknown
     */
    record Scope(
            Instant until,
            List<String> places,
            List<String> fields,
            List<String> anyField,
            List<String> anyStatus,
            @Nullable LocalDate conductFrom,
            @Nullable LocalDate conductTo) {}

    /** Where to begin, exclusive, and to end, exclusive; null for no bound. */
    record Range(
            @Nullable UUID afterCase,
            @Nullable UUID afterSubject,
            @Nullable UUID toCase) {
        static final Range ALL = new Range(null, null, null);
    }

    /** The next ones of a range in order of case and subject. */
    List<Latest> next(Scope scope, Range range, int limit) {
        return read("select l.* ", scope, range, " order by case_ref, subject_ref limit " + limit, rows -> {
            List<Latest> latest = new ArrayList<>();
            while (rows.next()) {
                var status = rows.getString("subject_status");
                latest.add(new Latest(
                        rows.getObject("id", UUID.class),
                        rows.getObject("case_ref", UUID.class),
                        rows.getObject("subject_ref", UUID.class),
                        rows.getString("jurisdiction"),
                        rows.getString("field"),
                        status == null ? null : SubjectStatus.valueOf(status),
                        rows.getString("facts_hash")));
            }
            return latest;
        });
    }

    /** How many there are in a range. */
    long count(Scope scope, Range range) {
        return read("select count(*) ", scope, range, "", ReplayRecords::number);
    }

    /** How many of all differ in facts, place, field or status. */
    long distinct(Scope scope) {
        return read(
                "select count(*) from (select distinct facts_hash, jurisdiction, field, subject_status ",
                scope,
                Range.ALL,
                ") vectors",
                ReplayRecords::number);
    }

    /** The cases that part all into so many ranges of about as many subjects; fewer where there are few cases. */
    List<UUID> borders(Scope scope, int parts) {
        var fractions = new StringBuilder();
        for (int part = 1; part < parts; part++) {
            fractions.append(part == 1 ? "" : ",").append((double) part / parts);
        }
        return read(
                "select unnest(percentile_disc(array[" + fractions + "]::float8[]) within group (order by case_ref)) ",
                scope,
                Range.ALL,
                "",
                rows -> {
                    List<UUID> borders = new ArrayList<>();
                    while (rows.next()) {
                        var border = rows.getObject(1, UUID.class);
                        if (border != null && !borders.contains(border)) {
                            borders.add(border);
                        }
                    }
                    return borders;
                });
    }

    /** The facts of some evaluations, as stored, by the evaluation's id. */
    Map<UUID, String> facts(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select id, facts from evaluation_record where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.setFetchSize(FETCHED_AT_A_TIME);
            Map<UUID, String> facts = new HashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    facts.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
            return facts;
        } catch (SQLException failed) {
            throw new IllegalStateException("the facts on record cannot be read", failed);
        }
    }

    private static long number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T read(String select, Scope scope, Range range, String end, Reading<T> reading) {
        List<Object> parameters = new ArrayList<>();
        // The latest first, the filters around it: whoever was evaluated anew elsewhere counts there.
        var sql = new StringBuilder(select)
                .append(
                        "from (select distinct on (case_ref, subject_ref) id, case_ref, subject_ref, jurisdiction, field,")
                .append(" subject_status, conduct_until, facts_hash from evaluation_record where at <= ?")
                .append(" and (case_ref, subject_ref) > (?, ?)");
        parameters.add(scope.until.atOffset(ZoneOffset.UTC));
        parameters.add(range.afterCase == null ? BEFORE_ALL : range.afterCase);
        parameters.add(range.afterSubject == null ? BEFORE_ALL : range.afterSubject);
        narrow(sql, parameters, " and case_ref < ?", range.toCase);
        sql.append(" order by case_ref, subject_ref, id desc) l where jurisdiction = any(?)");
        parameters.add(scope.places.toArray());
        scope.fields.forEach(field -> narrow(sql, parameters, " and field = ?", field));
        if (!scope.anyField.isEmpty()) {
            narrow(sql, parameters, " and field = any(?)", scope.anyField.toArray());
        }
        if (!scope.anyStatus.isEmpty()) {
            narrow(
                    sql,
                    parameters,
                    " and (subject_status is null or subject_status = any(?))",
                    scope.anyStatus.toArray());
        }
        narrow(sql, parameters, " and conduct_until >= ?", scope.conductFrom);
        narrow(sql, parameters, " and conduct_until <= ?", scope.conductTo);
        sql.append(end);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql.toString())) {
            bind(connection, statement, parameters);
            statement.setFetchSize(FETCHED_AT_A_TIME);
            try (var rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the evaluations on record cannot be read", failed);
        }
    }

    private static void narrow(StringBuilder sql, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Object[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, parameters.get(i));
            }
        }
    }
}
