package org.rongcuo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.rongcuo.demo.EmbeddedDatabase;

/** The real database of the tests: one for the whole run, with the roles of production. */
public class PostgreSQL implements QuarkusTestResourceLifecycleManager {
    /** Keys of the tests' own: {@code test} seals, {@code old} opens what earlier keys sealed. */
    static final String SEALING_KEYS = "test:" + "dGVzdC1rZXktb2YtMzItYnl0ZXMtbm90LXNlY3JldCE="
            + ",old:b2xkLWtleS1vZi0zMi1ieXRlcy0tbm90LXNlY3JldCE=";

    private static EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            database = EmbeddedDatabase.temporary();
            Map<String, String> settings = new HashMap<>(database.settings());
            settings.put("rongcuo.sealing.keys", SEALING_KEYS);
            return settings;
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }

    /** A connection as the cluster's superuser, who may do what no role of the product may. Local logins are trusted. */
    public static Connection superuser() throws SQLException {
        return as("postgres");
    }

    /** A connection as one of the product's roles: {@code rongcuo_app} or {@code rongcuo_owner}. */
    public static Connection as(String role) throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url, role, "rongcuo");
    }
}
