package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database's catalogue says of indexes. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class IndexesTest {
    /** Foreign keys whose columns no index begins with, in any order. */
    private static final String WITHOUT = "select c.conrelid::regclass || '.' || c.conname from pg_constraint c"
            + " where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists"
            + " (select 1 from pg_index i where i.indrelid = c.conrelid and i.indisvalid and i.indpred is null"
            + " and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)"
            + " order by 1";

    private static List<String> without(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(WITHOUT)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void everyForeignKeyHasAnIndex() throws SQLException {
        try (var connection = PostgreSQL.superuser()) {
            assertEquals(List.of(), without(connection));
        }
    }

    /** Else the test above says nothing. */
    @Test
    void oneWithoutIndexIsFound() throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table planted (id uuid primary key, person_id uuid references person)");
            statement.execute("create index planted_id on planted (id, person_id)");
            statement.execute("create index planted_some on planted (person_id) where id is not null");
            assertEquals(List.of("planted.planted_person_id_fkey"), without(connection));
            connection.rollback();
        }
    }
}
