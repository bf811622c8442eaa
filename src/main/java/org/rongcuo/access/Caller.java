package org.rongcuo.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** Where the request comes from; behind a proxy as told by its headers, if {@code quarkus.http.proxy} trusts them. */
@RequestScoped
public class Caller {
    private final HttpServerRequest request;

    Caller(HttpServerRequest request) {
        this.request = request;
    }

    /** The caller's network address. */
    public String address() {
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }
}
