package org.rongcuo.procedure;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.rongcuo.shared.Json;

/** Implemented by each feature to put its records into the dossier of a case (一案一档). */
public interface DossierSource {
    List<Part> parts(UUID caseId);

    /**
     * A file of the dossier.
     *
     * @param path within the dossier, such as {@code verification/report.json}
     * @param content its bytes, read when the dossier is written
     */
    record Part(String path, String mediaType, Supplier<byte[]> content) {
        /**
         * A record as JSON: as the API shows it, decimals as numbers with all their digits. Not the canonical form, in which
         * they are strings: that is for what is hashed by its content, as ledger entries are, while the files of a dossier are
         * hashed as they lie there.
         *
         * @param record read when the dossier is written
         */
        public static Part json(String path, Supplier<?> record) {
            return new Part(path, "application/json", () -> Json.bytes(record.get()));
        }
    }
}
