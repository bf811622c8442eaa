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

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("quarkus.flyway.jdbc-url"),
                System.getProperty("quarkus.flyway.username"),
                System.getProperty("quarkus.flyway.password"));
    }
}
