package org.rongcuo.access;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How persons log in, as configured: at an OpenID Connect provider, or with name and password where the OIDC tenant is
 * switched off, which only the demo and the tests do.
 */
@Singleton
public class LoginSettings {
    private final boolean oidc;
    private final Optional<String> provider;
    private final Optional<String> providerForBrowsers;
    private final String clientId;

    LoginSettings(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true") boolean oidc,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider,
            @ConfigProperty(name = "rongcuo.console.authority") Optional<String> providerForBrowsers,
            @ConfigProperty(name = "rongcuo.console.client-id", defaultValue = "rongcuo-console") String clientId) {
        this.oidc = oidc;
        this.provider = provider;
        this.providerForBrowsers = providerForBrowsers;
        this.clientId = clientId;
    }

    boolean isOidc() {
        return oidc;
    }

    /** The provider's address as a browser reaches it; empty without OIDC. */
    public Optional<String> authority() {
        return oidc ? providerForBrowsers.or(() -> provider) : Optional.empty();
    }

    /** The public client that browsers log in as; said even where it is not needed. */
    String clientId() {
        return clientId;
    }
}
