import { computed, ref, shallowRef } from "vue";
import { Refusal, unreachable } from "@/api/refusal";
import type { MeView } from "@/api/schema";
import { language } from "@/i18n";
import { demoLogin } from "./demo";
import { leaveForGood, leaving } from "./leaving";
import { oidcLogin } from "./oidc";

/** One way to log in. The rest of the console knows only this. */
export interface Login {
  /** Takes up a login kept from before a reload. @returns whether there is one */
  resume(): Promise<boolean>;
  /** The Authorization header; null when nobody is logged in or the login has ended. */
  authorization(): Promise<string | null>;
  /** Leaves for the provider's page or asks in a window of its own; undefined where the console itself asks. */
  ask?: (options: { inPlace: boolean; then: string }) => Promise<void>;
  /** Takes what the provider sent back. @returns where to go on; null in a window that only renewed a login */
  receive?: () => Promise<string | null>;
  /** Forgets the login here, without asking the provider. */
  forget(): Promise<void>;
  /** Logs out, with the provider too. */
  end(): Promise<void>;
}

/** The person who is logged in, with the roles; null when nobody is. */
export const me = shallowRef<MeView | null>(null);
/** The login has ended while somebody was at work: the console asks in place, and calls under way wait. */
export const ended = ref(false);
export const method = ref<"BASIC" | "OIDC">("BASIC");

let login: Login = demoLogin;
let waiting: Array<(authorization: string) => void> = [];

/** Finds out how one logs in here, and takes up a login kept from before. */
export async function start(): Promise<void> {
  const told = (await (await fetch("/api/v1/login")).json()) as {
    method: "BASIC" | "OIDC";
    authority?: string;
    clientId?: string;
  };
  method.value = told.method;
  login = told.method === "OIDC" ? await oidcLogin(told.authority ?? "", told.clientId ?? "") : demoLogin;
  // What comes back from the provider is taken by its own page first.
  const returning = location.pathname.endsWith("/login/callback");
  if (!returning && (await login.resume())) await entered();
}

/**
 * After a login: who is it? Calls that waited for it go on, unless it is somebody else than before: then the page is left,
 * so that nothing of the first person's goes out as the second's.
 *
 * @throws Refusal when the login is not good for anything here
 */
export async function entered(): Promise<void> {
  const credentials = await login.authorization();
  if (!credentials) throw notLoggedIn();
  const person = await whoIs(credentials);
  if (ended.value && me.value?.person.id !== person.person.id) return leaveForGood();
  me.value = person;
  ended.value = false;
  const resumed = waiting;
  waiting = [];
  resumed.forEach((goOn) => goOn(credentials));
}

async function whoIs(credentials: string): Promise<MeView> {
  let response: Response;
  try {
    response = await fetch("/api/v1/me", {
      headers: { Authorization: credentials, "Accept-Language": language.value },
    });
  } catch {
    throw unreachable();
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as MeView;
  if (response.status === 401) await login.forget();
  throw Refusal.of(response, body);
}

function notLoggedIn(): Refusal {
  return Refusal.of(new Response(null, { status: 401 }), undefined);
}

export async function leave(): Promise<void> {
  me.value = null;
  ended.value = false;
  waiting = [];
  await login.end();
  // What else the tab remembers, such as where somebody was on a page, is the person's too.
  sessionStorage.clear();
}

/** @returns the Authorization header of whoever is logged in, null for nobody; waits while the login has ended */
export async function authorization(): Promise<string | null> {
  if (leaving()) return new Promise(() => undefined);
  return ended.value ? inTurn() : login.authorization();
}

/**
 * Waits until there is another login than the one that was refused.
 *
 * @param refused the Authorization header that the server took no longer
 */
export async function renewed(refused: string): Promise<string> {
  const now = ended.value ? null : await login.authorization();
  if (now && now !== refused && !leaving()) return now;
  ended.value = true;
  return inTurn();
}

function inTurn(): Promise<string> {
  return new Promise((goOn) => waiting.push(goOn));
}

/** Sends the person to the provider, or does nothing where the console itself asks. */
export async function ask(options: { inPlace: boolean; then: string }): Promise<void> {
  await login.ask?.(options);
  if (options.inPlace && login.ask) await entered();
}

/** @returns where to go on after the provider's page; null in a window that only renewed a login */
export async function receive(): Promise<string | null> {
  const then = login.receive ? await login.receive() : "/";
  if (then !== null) await entered();
  return then;
}

const roles = computed(() => new Set((me.value?.roles ?? []).map((held) => held.role)));

/** Whether the person holds one of these roles anywhere: what to offer. What is allowed the server decides. */
export function holds(...wanted: string[]): boolean {
  return wanted.some((role) => (roles.value as Set<string>).has(role));
}
