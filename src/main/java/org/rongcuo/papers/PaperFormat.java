package org.rongcuo.papers;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The forms in which a paper is kept. */
enum PaperFormat {
    DOCX("docx", PaperFormat.DOCX_TYPE),
    PDF("pdf", PaperFormat.PDF_TYPE);

    static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String PDF_TYPE = "application/pdf";

    private final String extension;
    private final String mediaType;

    PaperFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    /** To be saved under the name, never shown as a page of ours. */
    Response attachment(byte[] content, String name) {
        return Response.ok(content, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(name + "." + extension, StandardCharsets.UTF_8)
                                        .replace("+", "%20")
                                        .replace("*", "%2A"))
                .build();
    }
}
