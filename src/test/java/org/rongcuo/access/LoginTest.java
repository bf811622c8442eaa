package org.rongcuo.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.access.LoginResource.LoginMethod;
import org.rongcuo.access.LoginResource.LoginView;

/** A browser asks how to log in; production's answer is seen in ProductionIT too. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LoginTest {
    private static final String PROVIDER = "https://login.example.org/realms/rongcuo";

    @Test
    void whereOidcIsSwitchedOffNameAndPasswordAreAsked() {
        Office.anonymous()
                .get("/api/v1/login")
                .then()
                .statusCode(200)
                .body("method", equalTo("BASIC"))
                .body("authority", nullValue())
                .body("clientId", nullValue());
        assertEquals(
                new LoginView(LoginMethod.BASIC, null, null),
                LoginView.of(new LoginSettings(false, Optional.of(PROVIDER), Optional.of(PROVIDER), "console")));
    }

    @Test
    void oidcIsReachedWhereTheApplicationReachesIt() {
        assertEquals(
                new LoginView(LoginMethod.OIDC, PROVIDER, "console"),
                LoginView.of(new LoginSettings(true, Optional.of(PROVIDER), Optional.empty(), "console")));
    }

    @Test
    void oidcIsReachedAtTheAddressForBrowsersWhereThereIsOne() {
        assertEquals(
                new LoginView(LoginMethod.OIDC, PROVIDER, "console"),
                LoginView.of(new LoginSettings(
                        true, Optional.of("http://keycloak:8080/realms/rongcuo"), Optional.of(PROVIDER), "console")));
    }
}
