package org.rongcuo.console;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.rongcuo.access.LoginSettings;

/**
 * What goes with the console's pages: the way to them from the root, what a browser may do on them, and how long it keeps
 * them. What stands under {@code assets} bears its content's hash in its name and never changes; all else is asked for
 * anew, so that a new version of the product is seen at once.
 */
@Singleton
class ConsolePages {
    static final String ROOT = "/console/";
    private static final String ASSETS = ROOT + "assets/";
    private static final String CALLBACK = ROOT + "login/callback";
    /** Set on a call for the page that the provider leads back to; it stays when the call is led on to the one page. */
    private static final String RECEIVING = ConsolePages.class.getName() + ".receiving";

    private final String policy;

    ConsolePages(LoginSettings login) {
        this.policy = policy(login);
    }

    /**
     * Everything from here alone, but for the provider at which persons log in. Styles may stand in elements: the
     * libraries that draw tables and charts set them there.
     */
    static String policy(LoginSettings login) {
        var provider =
                login.authority().map(ConsolePages::origin).map(" "::concat).orElse("");
        return "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
                + " connect-src 'self'" + provider
                + "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    /** @param address whose scheme, host and port are wanted */
    private static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    void register(@Observes Router router) {
        reads(router, "/").handler(ConsolePages::lead);
        reads(router, "/console").handler(call -> {
            // The router takes a slash at the end for the same path.
            if (call.normalizedPath().equals(ROOT)) {
                call.next();
            } else {
                lead(call);
            }
        });
        // After the files that are there, before REST, which would answer that there is nothing.
        reads(router, ROOT + "*")
                .order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT)
                .handler(ConsolePages::showThePage);
    }

    private static Route reads(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** Places in the console are the page's own affair: each is the one page. */
    private static void showThePage(RoutingContext call) {
        var path = call.normalizedPath();
        if (path.equals(ROOT) || path.startsWith(ASSETS)) {
            call.next();
        } else {
            call.reroute(ROOT);
        }
    }

    private static void lead(RoutingContext call) {
        call.response().setStatusCode(303).putHeader("Location", ROOT).end();
    }

    void register(@Observes Filters filters) {
        filters.register(this::head, 10);
    }

    private void head(RoutingContext call) {
        var path = call.normalizedPath();
        if (path.startsWith(ROOT)) {
            var response = call.response();
            response.putHeader("Content-Security-Policy", policy)
                    .putHeader("Referrer-Policy", "same-origin")
                    .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            if (path.equals(CALLBACK)) {
                call.put(RECEIVING, true);
            }
            // In a login's own window this page comes after the provider's: with a policy of its own it would be cut
            // off
            // from the page that opened it, to which it has to answer.
            if (!Boolean.TRUE.equals(call.get(RECEIVING))) {
                response.putHeader("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
            }
            call.addHeadersEndHandler(end -> keep(path, response));
        }
        call.next();
    }

    /** Only when the answer is known: an asset that is not there may be there with the next version of the product. */
    private static void keep(String path, HttpServerResponse response) {
        if (response.getStatusCode() >= 400) {
            response.putHeader("Cache-Control", "no-store");
        } else {
            response.putHeader(
                    "Cache-Control", path.startsWith(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache");
        }
        // The files' own handler tells the type of what it sends only; HEAD sends nothing.
        if (path.equals(ROOT)
                && response.getStatusCode() == 200
                && !response.headers().contains("Content-Type")) {
            response.putHeader("Content-Type", "text/html;charset=UTF-8");
        }
    }
}
