import { computed, ref, shallowRef } from "vue";
import type { MeView } from "@/api/schema";
import { demoLogin } from "./demo";
import { oidcLogin } from "./oidc";

/** One way to log in. The rest of the console knows only this. */
export interface Login {
  /** Takes up a login kept from before a reload. @returns whether there is one */
  resume(): Promise<boolean>;
  /** The Authorization header; null when nobody is logged in or the login has ended. */
  authorization(): Promise<string | null>;
  /** Leaves for the provider's page or asks in a window of its own; undefined where the console itself asks. */
  ask?: (options: { inPlace: boolean; then: string }) => Promise<void>;
  /** Takes what the provider sent back. @returns where to go on */
  receive?: () => Promise<string>;
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
  if (await login.resume()) await entered();
}

/** After a login: who is it? Calls that waited for it go on. */
export async function entered(): Promise<boolean> {
  const credentials = await login.authorization();
  if (!credentials) return false;
  const response = await fetch("/api/v1/me", { headers: { Authorization: credentials } });
  if (!response.ok) {
    if (!ended.value) await leave();
    return false;
  }
  const person = (await response.json()) as MeView;
  me.value = person;
  ended.value = false;
  const resumed = waiting;
  waiting = [];
  resumed.forEach((goOn) => goOn(credentials));
  return true;
}

export async function leave(): Promise<void> {
  me.value = null;
  ended.value = false;
  waiting = [];
  await login.end();
}

export function authorization(): Promise<string | null> {
  return login.authorization();
}

/** Waits until there is a login again. @returns its Authorization header */
export function renewed(): Promise<string> {
  ended.value = true;
  return new Promise((goOn) => waiting.push(goOn));
}

/** Sends the person to the provider, or does nothing where the console itself asks. */
export async function ask(options: { inPlace: boolean; then: string }): Promise<void> {
  await login.ask?.(options);
  if (options.inPlace && login.ask) await entered();
}

export async function receive(): Promise<string> {
  const then = (await login.receive?.()) ?? "/";
  await entered();
  return then;
}

const roles = computed(() => new Set((me.value?.roles ?? []).map((held) => held.role)));

/** Whether the person holds one of these roles anywhere: what to offer. What is allowed the server decides. */
export function holds(...wanted: string[]): boolean {
  return wanted.some((role) => (roles.value as Set<string>).has(role));
}
