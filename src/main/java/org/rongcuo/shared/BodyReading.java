package org.rongcuo.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stands around the reading of every body: holds it to its limit, with or without {@code Content-Length}; refuses one
 * without a content type; and lets {@link RestJson} collect what is wrong with it while it is read.
 */
@Provider
class BodyReading implements ReaderInterceptor {
    private final BodyViolations violations;

    BodyReading(BodyViolations violations) {
        this.violations = violations;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var contentType = context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        if (contentType == null && bodySent(context)) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "请给出 Content-Type", "State the Content-Type");
        }
        context.setInputStream(new Limited(context.getInputStream(), BodyLimit.of(contentType)));
        violations.reading(true);
        try {
            return context.proceed();
        } finally {
            violations.reading(false);
        }
    }

    private static boolean bodySent(ReaderInterceptorContext context) {
        var length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        return length == null ? context.getHeaders().containsKey("Transfer-Encoding") : !length.equals("0");
    }

    private static final class Limited extends FilterInputStream {
        private final BodyLimit limit;
        private long read;

        Limited(InputStream in, BodyLimit limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var got = super.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit.bytes()) {
                throw limit.exceeded();
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
