import type { Login } from ".";

/** The city's own accounts, by OpenID Connect: authorisation code with PKCE, tokens kept for the tab. */
export async function oidcLogin(authority: string, clientId: string): Promise<Login> {
  const { UserManager, WebStorageStateStore } = await import("oidc-client-ts");
  const here = `${location.origin}/console/login/callback`;
  const manager = new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: here,
    popup_redirect_uri: here,
    post_logout_redirect_uri: `${location.origin}/console/`,
    response_type: "code",
    scope: "openid",
    automaticSilentRenew: true,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  return {
    async resume() {
      const user = await manager.getUser();
      return user !== null && !user.expired;
    },
    async authorization() {
      const user = await manager.getUser();
      return user ? `Bearer ${user.access_token}` : null;
    },
    async ask({ inPlace, then }) {
      if (inPlace) await manager.signinPopup();
      else await manager.signinRedirect({ state: then });
    },
    async receive() {
      const user = await manager.signinCallback();
      return typeof user?.state === "string" ? user.state : "/";
    },
    async end() {
      const user = await manager.getUser();
      await manager.removeUser();
      if (user) await manager.signoutRedirect({ id_token_hint: user.id_token });
    },
  };
}
