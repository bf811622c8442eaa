package org.rongcuo.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** HTTP Basic for the demo's persons: whoever has a login of issuer {@code basic}, with the one demo password. */
@ApplicationScoped
public class DemoIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    /** Everybody's password in the demo. */
    public static final String PASSWORD = "rongcuo";

    private final EntityManager entityManager;

    DemoIdentities(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            var password = new String(request.getPassword().getPassword()).getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(password, PASSWORD.getBytes(StandardCharsets.UTF_8))
                    || !QuarkusTransaction.requiringNew().call(() -> known(request.getUsername()))) {
                throw new AuthenticationFailedException();
            }
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(request.getUsername()))
                    .addCredential(request.getPassword())
                    .build();
        });
    }

    private boolean known(String subject) {
        return !entityManager
                .createNativeQuery("select 1 from login where issuer = 'basic' and subject = ?1")
                .setParameter(1, subject)
                .getResultList()
                .isEmpty();
    }
}
