package org.rongcuo.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

@Path("/api/v1/login")
@Produces(MediaType.APPLICATION_JSON)
class LoginResource {
    private final LoginSettings settings;

    LoginResource(LoginSettings settings) {
        this.settings = settings;
    }

    /** How a client proves who calls. */
    enum LoginMethod {
        BASIC("用户名和密码(HTTP Basic),仅限演示与测试", "user name and password (HTTP Basic), demo and tests only"),
        OIDC("OpenID Connect 访问令牌", "OpenID Connect access token");

        private final Text label;

        LoginMethod(String zh, String en) {
            this.label = new Text(zh, en);
        }

        Text label() {
            return label;
        }
    }

    /** What a browser must know to log in. @param authority null for BASIC; @param clientId null for BASIC */
    record LoginView(
            LoginMethod method,

            @Schema(
                    description = "身份提供者(issuer)的地址 · the provider's address",
                    examples = "https://login.example.org/realms/rongcuo")
            @Nullable
            String authority,

            @Schema(description = "浏览器所用的公开客户端 · the public client that browsers use", examples = "rongcuo-console")
            @Nullable
            String clientId) {
        static LoginView of(LoginSettings settings) {
            return settings.isOidc()
                    ? new LoginView(LoginMethod.OIDC, settings.authority().orElse(null), settings.clientId())
                    : new LoginView(LoginMethod.BASIC, null, null);
        }
    }

    @GET
    @Anonymous
    @Operation(operationId = "getLogin", summary = "怎样登录 · How to log in")
    public LoginView get() {
        return LoginView.of(settings);
    }
}
