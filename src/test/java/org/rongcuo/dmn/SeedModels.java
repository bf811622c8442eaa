package org.rongcuo.dmn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The books that the product ships, compiled. */
final class SeedModels {
    private SeedModels() {}

    /** @param model for instance {@code dmn/330900/tolerance/v1.dmn} */
    static CompiledModel compiled(Path model) throws IOException {
        var kind = kind(model);
        return new CompiledModel(Books.admit(Files.readString(model), kind), kind);
    }

    private static BookKind kind(Path model) {
        var book = model.getParent().getFileName().toString();
        return book.equals("procedure")
                ? BookKind.PROCEDURE
                : book.equals("tolerance") ? BookKind.TOLERANCE : BookKind.STATUTE;
    }
}
