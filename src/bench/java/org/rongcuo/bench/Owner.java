package org.rongcuo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What only the owner of the tables may do. */
final class Owner {
    private Owner() {}

    static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The columns of V008 in a database that is migrated no further, so that a replay can be measured before it exists. */
    static void addMatter() throws SQLException {
        try (var connection = connect()) {
            if (PastCases.hasMatter(connection)) {
                return;
            }
        }
        execute("alter table evaluation_record add jurisdiction text, add field text, add subject_status text,"
                + " add conduct_until date, add decided_on date, add facts text, add facts_hash text");
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("quarkus.flyway.jdbc-url"),
                System.getProperty("quarkus.flyway.username"),
                System.getProperty("quarkus.flyway.password"));
    }
}
