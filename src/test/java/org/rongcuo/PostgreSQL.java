package org.rongcuo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.rongcuo.demo.EmbeddedDatabase;

/** The real database of the tests: one for the whole run, with the roles of production. */
public class PostgreSQL implements QuarkusTestResourceLifecycleManager {
    private static EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            database = EmbeddedDatabase.temporary();
            return database.settings();
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
}
