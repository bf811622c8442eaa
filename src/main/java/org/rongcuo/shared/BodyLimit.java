package org.rongcuo.shared;

import java.util.Locale;

/** How large a request's body may be, by its content type. */
public enum BodyLimit {
    JSON(1, 1),
    XML(2, 2),
    DOCUMENT(50, 50),
    /** A document with the form around it; whoever reads the form holds the document itself to {@link #DOCUMENT}. */
    FORM(50, 51);

    private static final long MEBIBYTE = 1024L * 1024L;

    private final int told;
    private final int most;

    BodyLimit(int told, int most) {
        this.told = told;
        this.most = most;
    }

    /** The most bytes that are read. */
    public long bytes() {
        return most * MEBIBYTE;
    }

    /** The limit of a content type; what is neither XML nor a document is held to JSON's. */
    static BodyLimit of(String contentType) {
        if (contentType == null) {
            return JSON;
        }
        var type = contentType.toLowerCase(Locale.ROOT).strip();
        if (type.startsWith("application/xml") || type.startsWith("text/xml")) {
            return XML;
        }
        var document = type.startsWith("image/")
                || type.startsWith("application/octet-stream")
                || type.startsWith("application/pdf")
                || type.startsWith("application/zip")
                || (type.startsWith("application/vnd.") && !type.contains("+json"));
        return type.startsWith("multipart/") ? FORM : document ? DOCUMENT : JSON;
    }

    /** What is told to whoever sends more. */
    public Problem exceeded() {
        return Problem.of(
                        ProblemType.TOO_LARGE,
                        "内容超过上限 " + told + " MiB",
                        "The content exceeds the limit of " + told + " MiB")
                .with("limit", told * MEBIBYTE);
    }
}
