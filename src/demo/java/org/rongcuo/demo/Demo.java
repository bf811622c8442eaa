package org.rongcuo.demo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/** Starts the demo: the embedded database first, then the product on it. */
@QuarkusMain(name = "demo")
public class Demo {
    /** Where the demo keeps its data, relative to where it was started. */
    static final String DATA = "data/postgres";

    public static void main(String... args) throws Exception {
        System.out.println("Rongcuo 容错 demo: starting an embedded PostgreSQL on ./" + DATA + " …");
        var database = EmbeddedDatabase.keptIn(Path.of(DATA));
        database.settings().forEach(System::setProperty);
        Quarkus.run(args);
    }
}
