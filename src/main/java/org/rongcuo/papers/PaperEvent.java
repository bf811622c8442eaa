package org.rongcuo.papers;

import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.shared.DomainEvent;

/** What happens to papers and their templates. */
sealed interface PaperEvent extends DomainEvent {
    /**
     * A paper was issued.
     *
     * @param about the record that it tells of, null where the case has but one
     * @param template its version as {@code 330900@2}, {@code shipped} for the product's own
     * @param replaces the paper in whose place it stands, null for a first one, as are the reasons
     */
    record PaperIssued(
            UUID caseId,
            long stateVersion,
            UUID paper,
            PaperKind kind,
            UUID about,
            UUID subject,
            String number,
            LocalDate dated,
            String template,
            String docxSha256,
            String pdfSha256,
            UUID replaces,
            String reasons)
            implements PaperEvent {
        @Override
        public String chain() {
            return "case:" + caseId;
        }
    }

    /** A jurisdiction's template was written, or written anew. */
    record PaperTemplateWritten(String jurisdiction, PaperKind kind, int version, String sha256, String note)
            implements PaperEvent {
        @Override
        public String chain() {
            return "paper-template:" + jurisdiction + "/" + kind;
        }

        @Override
        public long stateVersion() {
            return version;
        }
    }
}
