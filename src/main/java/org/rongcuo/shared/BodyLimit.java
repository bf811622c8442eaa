package org.rongcuo.shared;

import java.util.Locale;

/** How large a request's body may be, by its content type. */
enum BodyLimit {
    JSON(1),
    XML(2),
    DOCUMENT(50);

    private final int mebibytes;

    BodyLimit(int mebibytes) {
        this.mebibytes = mebibytes;
    }

    long bytes() {
        return mebibytes * 1024L * 1024L;
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
        var document = type.startsWith("multipart/")
                || type.startsWith("image/")
                || type.startsWith("application/octet-stream")
                || type.startsWith("application/pdf")
                || type.startsWith("application/zip")
                || (type.startsWith("application/vnd.") && !type.contains("+json"));
        return document ? DOCUMENT : JSON;
    }

    Problem exceeded() {
        return Problem.of(
                        ProblemType.TOO_LARGE,
                        "内容超过上限 " + mebibytes + " MiB",
                        "The content exceeds the limit of " + mebibytes + " MiB")
                .with("limit", bytes());
    }
}
