import { answer, api } from "@/api/client";
import type { FactItem } from "@/parts/facts";
import type { Operation } from "./contract";
import type { Fields } from "./values";
import type { Choice } from "./words";

/** An act as a list of acts offers it. */
export interface OfferedAct {
  act: string;
  title: string;
  method: string;
  href: string;
}

/** What a form takes from the record that it acts on: a case, a meeting. */
export interface FormSources {
  /** The tag of the record as it was read. */
  etag(): string;
  /** Reads the record anew. */
  reread(): Promise<unknown>;
  /** What the references among these names can refer to, by name. */
  choices(act: string, names: string[]): Promise<Record<string, Choice[]>>;
  /** The checklist items that can be answered. */
  items(): Promise<readonly FactItem[]>;
  /** What the form begins with, chosen by what was given so far. */
  begin(act: string, given: Fields): Promise<Fields>;
}

/** What else is sent with it. */
export interface Told {
  operation: Operation;
  etag: string;
  key: string;
  body: unknown;
}

/** Does an act at an address whose parts are filled in. */
export async function perform(address: string, { operation, etag, key, body }: Told): Promise<unknown> {
  const call = api[operation.method as "POST" | "PUT"] as unknown as (path: string, init: object) => Promise<never>;
  const { value } = await answer(
    call(address, {
      headers: {
        ...(operation.ifMatch && { "If-Match": etag }),
        ...(operation.idempotencyKey && { "Idempotency-Key": key }),
      },
      ...(operation.body && { body: operation.mediaType?.startsWith("multipart/") ? form(body as Fields) : body }),
    }),
  );
  return value;
}

function form(fields: Fields): FormData {
  const parts = new FormData();
  for (const [name, value] of Object.entries(fields)) parts.set(name, value as string | File);
  return parts;
}
