package org.rongcuo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.rongcuo.policy.ReplayWorker;
import org.rongcuo.shared.Sealing;

/**
 * The product's entry. Starts only on a whole configuration: on half of one it says what is missing and ends, instead of
 * running open or without its record. Told of a replay, it runs a part of that and ends ({@link ReplayWorker}).
 */
@QuarkusMain
public class Rongcuo {
    private static final List<String> REQUIRED = List.of(
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.flyway.username",
            "quarkus.flyway.password",
            "quarkus.oidc.auth-server-url",
            "quarkus.oidc.client-id");

    public static void main(String... args) {
        var replays = ConfigProvider.getConfig()
                .getOptionalValue(ReplayWorker.REPLAY, String.class)
                .isPresent();
        var missing = missing(replays);
        if (!missing.isEmpty()) {
            System.err.println("Rongcuo 容错 does not start. Missing settings · 缺少配置:");
            missing.forEach(name -> System.err.println("  " + name + "  (environment: "
                    + name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ")"));
            System.exit(78); // EX_CONFIG of sysexits.h
        }
        if (replays) {
            // It works and ends: nobody calls it, and no job of the servers' runs in it.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.scheduler.enabled", "false");
            System.setProperty("quarkus.oidc.tenant-enabled", "false");
            Quarkus.run(ReplayWorker.class, args);
            return;
        }
        refuseMalformedKeys();
        Quarkus.run(args);
    }

    private static void refuseMalformedKeys() {
        try {
            Sealing.keys(ConfigProvider.getConfig().getValue(Sealing.KEYS, String.class));
        } catch (IllegalArgumentException malformed) {
            System.err.println("Rongcuo 容错 does not start. Malformed setting · 配置有误:");
            System.err.println("  " + malformed.getMessage());
            System.exit(78); // EX_CONFIG of sysexits.h
        }
    }

    /** @param replays a worker that replays reads nothing sealed and is given no key */
    private static List<String> missing(boolean replays) {
        var config = ConfigProvider.getConfig();
        List<String> wanted = new ArrayList<>(REQUIRED);
        if (!replays) {
            wanted.add(Sealing.KEYS);
        }
        List<String> missing = new ArrayList<>();
        for (var name : wanted) {
            if (config.getOptionalValue(name, String.class)
                    .filter(value -> !value.isBlank())
                    .isEmpty()) {
                missing.add(name);
            }
        }
        return missing;
    }
}
