package org.rongcuo.demo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.rongcuo.shared.Sealing;

/**
 * Starts the demo: the embedded database first, then the product on it, then the worked example and past cases. What can
 * go wrong on a stranger's machine (port taken, started twice, folder not writable) is said in a sentence, before anything
 * runs.
 */
@QuarkusMain(name = "demo")
public class Demo implements QuarkusApplication {
    /** Names the folder that holds the demo's data; by default {@code data}, relative to where the demo was started. */
    static final String FOLDER = "rongcuo.demo.data";

    /** Names the file that keeps how far the demo's clock was moved on. */
    static final String CLOCK = "rongcuo.demo.clock";

    /** Set to {@code true}, a second instance joins the database of a demo that runs on the same folder. */
    static final String JOIN = "rongcuo.demo.join";

    /** Votes of the demo are sealed under a key that everybody knows. */
    private static final String KEYS = "demo:ZGVtby1rZXktb2YtMzItYnl0ZXMtbm90LXNlY3JldCE=";

    private static final int UNABLE = 1;

    private final DemoCases cases;

    @Inject
    Demo(DemoCases cases) {
        this.cases = cases;
    }

    public static void main(String... args) {
        var port = setting("quarkus.http.port").map(Integer::valueOf).orElse(8080);
        var folder = Path.of(setting(FOLDER).orElse("data"));
        refuseBusyPort(port);
        refuseUnwritable(folder);
        if (setting(JOIN).filter(Boolean::parseBoolean).isPresent()) {
            Console.say("Rongcuo 容错 demo: joining the database in " + folder.toAbsolutePath() + " …");
            running(folder).forEach(System::setProperty);
            run(folder, () -> {}, args);
            return;
        }
        Console.say("Rongcuo 容错 demo: starting an embedded PostgreSQL in " + folder.toAbsolutePath() + " …");
        var database = database(folder);
        database.settings().forEach(System::setProperty);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, stopped), "demo-database-stop"));
        Console.say("PostgreSQL runs. Starting Rongcuo …");
        run(folder, stopped::countDown, args);
    }

    private static void run(Path folder, Runnable whenStopped, String... args) {
        if (setting(Sealing.KEYS).isEmpty()) {
            System.setProperty(Sealing.KEYS, KEYS);
        }
        System.setProperty(
                "quarkus.http.body.uploads-directory", folder.resolve("uploads").toString());
        System.setProperty(CLOCK, folder.resolve("clock").toString());
        Quarkus.run(
                Demo.class,
                (exitCode, failure) -> {
                    whenStopped.run();
                    System.exit(exitCode);
                },
                args);
    }

    @Override
    public int run(String... args) {
        var address = "http://localhost:" + setting("quarkus.http.port").orElse("8080");
        var exampleCase = cases.play(address);
        Console.say(Welcome.text(address, exampleCase));
        Quarkus.waitForExit();
        return 0;
    }

    private static Optional<String> setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }

    private static void refuseBusyPort(int port) {
        try (var socket = new ServerSocket(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            refuse(
                    "Port " + port
                            + " is in use on this machine (perhaps by a demo that runs already). Stop what uses it, or"
                            + " choose another port: java -Dquarkus.http.port=8081 -jar …",
                    "端口 " + port + " 已被占用(或许演示已在运行)。请先停用,或用 -Dquarkus.http.port 另选端口。");
        }
    }

    private static void refuseUnwritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", ""));
            var cluster = folder.resolve("postgres");
            if (Files.exists(cluster) && !Files.isWritable(cluster)) {
                throw new IOException();
            }
        } catch (IOException e) {
            refuse(
                    "The demo cannot write into " + folder.toAbsolutePath() + " as user "
                            + System.getProperty("user.name")
                            + " (was it made by another user?). Make it writable, or choose another folder: java -D"
                            + FOLDER
                            + "=… -jar …",
                    "演示无法写入该数据目录。请改其权限,或用 -D" + FOLDER + " 另选目录。");
        }
    }

    private static EmbeddedDatabase database(Path folder) {
        System.setProperty(
                EmbeddedDatabase.PROGRAMS,
                System.getProperty(
                        EmbeddedDatabase.PROGRAMS, folder.resolve("programs").toString()));
        try {
            return EmbeddedDatabase.keptIn(folder.resolve("postgres"));
        } catch (EmbeddedDatabase.FolderInUse e) {
            refuse(
                    "Another demo runs on " + folder.toAbsolutePath()
                            + ". Stop it first, or choose another folder: java -D" + FOLDER + "=… -jar …",
                    "另一个演示正在使用该数据目录。请先停止它,或用 -D" + FOLDER + " 另选目录。");
        } catch (IOException | SQLException | RuntimeException e) {
            refuse(
                    "PostgreSQL did not start (" + e.getMessage() + "). Its log: "
                            + folder.toAbsolutePath().resolve("postgres.log")
                            + ". If the data is not wanted any more, remove the folder and start again.",
                    "PostgreSQL 未能启动,请看其日志;若不再需要数据,可删除该目录后重新启动。");
        }
        throw new IllegalStateException("unreachable: a refusal ends the process");
    }

    private static Map<String, String> running(Path folder) {
        try {
            return EmbeddedDatabase.runningIn(folder.resolve("postgres"));
        } catch (IOException e) {
            refuse(
                    "No demo runs on " + folder.toAbsolutePath() + " that could be joined. Start one without -D" + JOIN
                            + " first.",
                    "该数据目录上没有正在运行的演示可以加入,请先正常启动一个。");
            throw new IllegalStateException("unreachable: a refusal ends the process");
        }
    }

    private static void refuse(String english, String chinese) {
        Console.complain(english + System.lineSeparator() + chinese);
        System.exit(UNABLE);
    }

    /** After the application, which may still be writing. */
    private static void stop(EmbeddedDatabase database, CountDownLatch stopped) {
        try {
            stopped.await(30, TimeUnit.SECONDS);
            database.close();
            Console.say("Rongcuo and its PostgreSQL have stopped; the data is kept.");
        } catch (InterruptedException | IOException e) {
            Console.complain("PostgreSQL did not stop cleanly: " + e.getMessage());
        }
    }
}
