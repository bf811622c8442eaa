import type { User } from "oidc-client-ts";
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
    validateSubOnSilentRenew: true,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  /** Of several calls that find the token run out, one renews it. */
  let renewal: Promise<User | null> | null = null;

  async function current(): Promise<User | null> {
    const user = await manager.getUser();
    if (!user?.expired || !user.refresh_token) return user;
    renewal ??= manager
      .signinSilent()
      .catch(() => user)
      .finally(() => (renewal = null));
    return renewal;
  }

  return {
    async resume() {
      const user = await current();
      return user !== null && !user.expired;
    },
    async authorization() {
      const user = await current();
      return user ? `Bearer ${user.access_token}` : null;
    },
    async ask({ inPlace, then }) {
      if (inPlace) await manager.signinPopup();
      else await manager.signinRedirect({ state: then });
    },
    async receive() {
      // In the window of a renewal this hands the answer to the page that opened it, and closes the window.
      const user = await manager.signinCallback();
      if (!user) return null;
      return typeof user.state === "string" ? user.state : "/";
    },
    async forget() {
      await manager.removeUser();
    },
    async end() {
      const user = await manager.getUser();
      await manager.removeUser();
      sessionStorage.clear();
      if (user) await manager.signoutRedirect({ id_token_hint: user.id_token });
    },
  };
}
