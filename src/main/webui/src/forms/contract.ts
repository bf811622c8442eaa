import { answer } from "@/api/client";
import { language } from "@/i18n";

/** A schema of the contract (JSON Schema 2020-12, as far as the contract uses it). */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  /** What the schema's own description says where the property that refers to it has one as well: the words of an enum. */
  codes?: string;
  enum?: string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema;
  oneOf?: Schema[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** An operation of the contract, as a form needs to know it. */
export interface Operation {
  method: string;
  /** Whether it wants the ETag of what it changes. */
  ifMatch: boolean;
  idempotencyKey: boolean;
  /** Media type and schema of the body; none where it takes no body. */
  mediaType?: string;
  body?: Schema;
}

interface Described {
  parameters?: { $ref?: string; name?: string; in?: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Contract {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

let served: Promise<Contract> | undefined;

/** The contract as this server serves it; fetched once, when the first form is opened. */
function contract(): Promise<Contract> {
  served ??= answer<Contract>(
    fetch("/q/openapi?format=json").then(async (response) => ({
      response,
      data: response.ok ? ((await response.json()) as Contract) : undefined,
    })),
  ).then(({ value }) => value);
  served.catch(() => (served = undefined));
  return served;
}

/** What the address of an act still wants: "/…/claims/{claimId}/answer" wants "claimId". */
export function partsOf(href: string): string[] {
  return [...href.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
}

/** How well a path of the contract fits an address: the more of it word for word the better; -1 where it does not. */
function fit(path: string, address: string): number {
  const [wanted, given] = [path.split("/"), address.split("/")];
  if (wanted.length !== given.length) return -1;
  const fits = wanted.every((part, i) => part === given[i] || part.startsWith("{"));
  return fits ? wanted.filter((part, i) => part === given[i]).length : -1;
}

/** A form's view of the contract: an operation, and the schemas that it refers to. */
export interface FormContract {
  operation: Operation;
  /** A schema with what it refers to put in; its own words go first. */
  resolved(schema: Schema): Schema;
}

/** @throws Error where the contract has no such operation, which its tests rule out */
export async function contractOf(method: string, address: string): Promise<FormContract> {
  const { paths, components } = await contract();
  const [best] = Object.keys(paths)
    .filter((path) => paths[path]![method.toLowerCase()])
    .map((path) => ({ path, fit: fit(path, address) }))
    .sort((a, b) => b.fit - a.fit);
  if (!best || best.fit < 0) throw new Error(`the contract has no ${method} ${address}`);
  const described = paths[best.path]![method.toLowerCase()]!;
  const named = (name: string) => described.parameters?.some((each) => (each.$ref ?? each.name ?? "").endsWith(name));
  const [mediaType, content] = Object.entries(described.requestBody?.content ?? {})[0] ?? [];
  return {
    operation: {
      method,
      ifMatch: named("If-Match") ?? false,
      idempotencyKey: named("Idempotency-Key") ?? false,
      mediaType,
      body: content?.schema,
    },
    resolved(schema) {
      const named = components.schemas[schema.$ref?.split("/").pop() ?? ""];
      if (!named) return schema;
      return { ...named, ...schema, codes: named.description, description: schema.description };
    },
  };
}

/** The half of a description "中文 · English" that the person reads. */
export function spoken(description: string | undefined): string {
  const [zh = "", en = ""] = (description ?? "").split(/\s*·\s+/);
  return (language.value === "zh" ? zh : en.replace(/;\s[^;]*\p{Script=Han}.*$/u, "")).trim();
}
