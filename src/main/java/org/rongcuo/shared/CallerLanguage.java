package org.rongcuo.shared;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** The language of the current request's caller; Chinese outside a request. */
@Singleton
public class CallerLanguage {
    private static final String KEY = Language.class.getName();

    private final CurrentVertxRequest request;

    CallerLanguage(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The language to answer in now. */
    public Language now() {
        if (!Arc.container().requestContext().isActive()) {
            return Language.ZH;
        }
        var context = request.getCurrent();
        return context == null ? Language.ZH : of(context);
    }

    static Language of(RoutingContext context) {
        Language language = context.get(KEY);
        if (language == null) {
            language = Language.of(String.join(",", context.request().headers().getAll("Accept-Language")));
            context.put(KEY, language);
        }
        return language;
    }
}
