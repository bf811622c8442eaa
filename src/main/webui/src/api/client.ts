import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "./schema";
import { language } from "@/i18n";
import { heard, lost } from "./network";
import { Refusal, unreachable } from "./refusal";
import { authorization, renewed } from "@/session";

/** What a gateway answers when there is nobody behind it. */
const GATEWAY = [502, 503, 504];

/** Requests under way, as they were sent: what is asked again after a new login must have its body and its key still. */
const sent = new Map<string, Request>();

const everyCall: Middleware = {
  async onRequest({ request, id }) {
    request.headers.set("Accept-Language", language.value);
    const credentials = await authorization();
    if (credentials) request.headers.set("Authorization", credentials);
    sent.set(id, request.clone());
    return request;
  },
  async onResponse({ request, response, id }) {
    if (!GATEWAY.includes(response.status)) heard();
    const asSent = sent.get(id);
    sent.delete(id);
    let used = request.headers.get("Authorization");
    // The session has ended. What the person has filled in waits here until there is a login again.
    while (response.status === 401 && used && asSent) {
      used = await renewed(used);
      const again = asSent.clone();
      again.headers.set("Authorization", used);
      response = await fetch(again);
    }
    return response;
  },
  onError({ id, error }) {
    sent.delete(id);
    if (error instanceof TypeError) lost();
    return undefined;
  },
};

/**
 * The product's API, typed by its contract. The login goes in a header of ours: without cookies, and without the browser
 * asking for a password by itself when a Basic login is refused.
 */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: "omit" });
api.use(everyCall);

/** What a call answered: the value, and the tag to send back as If-Match. */
export interface Answer<T> {
  value: T;
  etag: string;
}

/**
 * Awaits a call of {@link api}.
 *
 * @throws Refusal with the problem that the server told, or one of our own when it cannot be reached
 */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Answer<T>> {
  let result;
  try {
    result = await call;
  } catch (failure) {
    if (failure instanceof Refusal) throw failure;
    lost();
    throw unreachable();
  }
  const { data, error, response } = result;
  const told = response.headers.get("Content-Type")?.includes("problem+json");
  if (GATEWAY.includes(response.status) && !told) {
    lost();
    throw unreachable();
  }
  if (!response.ok) throw Refusal.of(response, error);
  return { value: data as T, etag: response.headers.get("ETag") ?? "" };
}

/** As {@link answer}, where only the value is wanted. */
export async function valueOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  return (await answer(call)).value;
}

/** A fresh Idempotency-Key. Keep it while the same act is tried again. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
