package org.rongcuo.procedure;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Implemented by each feature to put its records into the dossier of a case (一案一档). */
public interface DossierSource {
    List<Part> parts(UUID caseId);

    /**
     * A file of the dossier.
     *
     * @param path within the dossier, such as {@code verification/report.json}
     * @param content its bytes, read when the dossier is written
     */
    record Part(String path, String mediaType, Supplier<byte[]> content) {}
}
