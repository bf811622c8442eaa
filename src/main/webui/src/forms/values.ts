import type { InjectionKey } from "vue";
import type { FactItem } from "@/parts/facts";
import type { Schema } from "./contract";
import type { Choice } from "./words";

/** What the fields of one form have in common. */
export interface FormDesk {
  resolved(schema: Schema): Schema;
  /** The records that a field may refer to, told by its name; undefined where it is an ordinary field. */
  choices(name: string): Choice[] | undefined;
  /** The checklist items that answers by item are given to. */
  items(): readonly FactItem[];
  /** What the server found wrong with the field at a JSON pointer. */
  errorAt(pointer: string): string | undefined;
}
export const formDesk: InjectionKey<FormDesk> = Symbol("formDesk");

export type Fields = Record<string, unknown>;

/** What is sent: without what was left empty, save where the contract wants it named. */
export function filled(schema: Schema, value: unknown, desk: Pick<FormDesk, "resolved">): unknown {
  const told = desk.resolved(schema);
  if (Array.isArray(value)) return value.map((each) => (told.items ? filled(told.items, each, desk) : each));
  if (value instanceof File || typeof value !== "object" || value === null || !told.properties) return value;
  return Object.fromEntries(
    Object.entries(told.properties)
      .map(([name, property]) => [name, filled(property, (value as Fields)[name], desk)] as const)
      .filter(([name, given]) => !isEmpty(given) || (Array.isArray(given) && told.required?.includes(name))),
  );
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Every pointer at which a value has a field, so that what is wrong there need not be told again above the form. */
export function pointersOf(schema: Schema, value: unknown, desk: Pick<FormDesk, "resolved">, at = ""): string[] {
  const told = desk.resolved(schema);
  if (Array.isArray(value) && told.items)
    return [at, ...value.flatMap((each, i) => pointersOf(told.items!, each, desk, `${at}/${i}`))];
  if (!told.properties || value === undefined) return [at];
  return [
    at,
    ...Object.entries(told.properties).flatMap(([name, property]) =>
      pointersOf(property, (value as Fields | undefined)?.[name], desk, `${at}/${name}`),
    ),
  ];
}

/** The names of all fields of a schema that may refer to a record, and whether some are answers to checklist items. */
export function referencesOf(schema: Schema, desk: Pick<FormDesk, "resolved">): [string[], boolean] {
  const names: string[] = [];
  let answers = false;
  const look = (name: string, each: Schema) => {
    const told = desk.resolved(each);
    if (told.format === "uuid" || CODES.includes(name)) names.push(name);
    if (told.additionalProperties || told.oneOf) answers = true;
    if (told.items) look(name, told.items);
    for (const [property, of] of Object.entries(told.properties ?? {})) look(property, of);
  };
  look("", schema);
  return [names, answers];
}
/** Texts that are chosen from what is known, though the contract takes them for texts. */
const CODES = ["field", "fields", "jurisdiction", "jurisdictions", "item"];
