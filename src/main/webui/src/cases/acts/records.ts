import { api, valueOf } from "@/api/client";
import type { GroupView, ItemView, OrganView, PersonView } from "@/api/schema";
import type { Choice } from "@/forms/words";
import { term } from "@/i18n";
import { FIELDS_OF_WORK } from "@/parts/fields";
import { day, instant } from "@/parts/format";
import { open, some } from "@/parts/lists";
import { placeTree, type Place } from "@/parts/places";
import { holds, me } from "@/session";
import type { CaseDesk } from "../caseDesk";

/** A record of a case, whatever its kind. */
export type RecordOf = Record<string, unknown> & { id: string };

/** What stands below the case, by its noun; null where it is not open to the person. */
export function recordOf(desk: Pick<CaseDesk, "id">, noun: string): Promise<RecordOf | null> {
  const path = `/api/v1/cases/${desk.id}/${noun}`;
  return open<RecordOf | null>(valueOf(api.GET(path as never, {} as never)), null);
}

/** A list below the case, by its noun; empty where it is not open to the person. */
export async function listOf<T = RecordOf>(desk: Pick<CaseDesk, "id">, noun: string): Promise<T[]> {
  const told: unknown = (await recordOf(desk, noun)) ?? [];
  if (Array.isArray(told)) return told as T[];
  // A list that is told with something beside it.
  return (Object.values(told as object).find(Array.isArray) as T[] | undefined) ?? [];
}

const organs = (): Promise<OrganView[]> => some((query) => valueOf(api.GET("/api/v1/organs", { params: { query } })));

/** Whose work it is to look up colleagues. */
const STAFF = ["ADMINISTRATOR", "HANDLER", "DECIDER", "ORGANISATION", "COORDINATOR", "REGISTRAR", "INSPECTOR"] as const;

/** Who can be named: the colleagues that one may look up, those of the handling organ first, and whom the case knows. */
async function persons(desk: CaseDesk): Promise<Choice[]> {
  const file = desk.file.value.value;
  const colleagues = !holds(...STAFF)
    ? []
    : await some<PersonView>((query) => valueOf(api.GET("/api/v1/persons", { params: { query } })));
  const own = (person: PersonView) => (person.organ === file?.handlingOrgan?.id ? 0 : 1);
  const found = new Map(
    [...colleagues, ...(me.value ? [me.value.person] : [])]
      .sort((a, b) => own(a) - own(b))
      .map((person) => [person.id, `${person.name} · ${person.organName}`]),
  );
  const known = [
    ...(file?.team ?? []),
    ...(file ? [file.applicant] : []),
    ...(desk.ledger.value.value ?? []).flatMap(({ actor }) => (actor.id && actor.name ? [actor as Named] : [])),
  ];
  for (const { id, name } of known) if (!found.has(id)) found.set(id, name);
  return [...found].map(([value, label]) => ({ value, label }));
}
interface Named {
  id: string;
  name: string;
}

async function investigators(desk: CaseDesk): Promise<Choice[]> {
  const named = await open(
    valueOf(api.GET("/api/v1/cases/{id}/verification", { params: { path: { id: desk.id } } })),
    null,
  );
  return named?.investigators.length ? named.investigators.map(choice) : persons(desk);
}

const choice = ({ id, name }: Named): Choice => ({ value: id, label: name });

/** Evaluations of all subjects, the newest of each first. */
export async function evaluations(desk: CaseDesk): Promise<Choice[]> {
  const subjects = desk.file.value.value?.subjects ?? [];
  const found = await Promise.all(
    subjects.map(async ({ id, name }) => {
      const records = await listOf<RecordOf & { at: string; content: { recommendation: { code: string } } }>(
        desk,
        `checklists/${id}/evaluations`,
      );
      return records
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((each) => ({
          value: each.id,
          label: [name, term("Recommendation", each.content.recommendation.code), instant(each.at)].join(" · "),
        }));
    }),
  );
  return found.flat();
}

/** Tells a record from others of its kind: whom and what it is about, and when it was made. */
export function labelOf(record: RecordOf, desk: CaseDesk): string {
  const name = (of: unknown) => (typeof of === "object" && of !== null ? (of as Named).name : of);
  const first = (...names: string[]) => names.map((each) => name(record[each])).find((each) => each);
  const at = Object.keys(record).find((each) => /(At|On)$/.test(each) && record[each]);
  const told = [
    desk.subjectName(record.subject as string | undefined),
    first(
      "number",
      "title",
      "name",
      "person",
      "organName",
      "kindLabel",
      "outcomeLabel",
      "audienceLabel",
      "filingNumber",
    ),
    first("matter", "plan", "claim", "finding", "text", "termsOfReference", "grounds", "explanation", "materials"),
    at && (at.endsWith("On") ? day(record[at] as string) : instant(record[at] as string)),
  ];
  const text = told.filter((each) => typeof each === "string" && each).join(" · ");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const listed =
  (noun: string, wanted: (record: RecordOf) => boolean = () => true) =>
  async (desk: CaseDesk): Promise<Choice[]> =>
    (await listOf(desk, noun)).filter(wanted).map((record) => ({ value: record.id, label: labelOf(record, desk) }));

type Source = (desk: CaseDesk) => Promise<Choice[]>;

const subjects: Source = async (desk) => (desk.file.value.value?.subjects ?? []).map(choice);
const documents: Source = async (desk) =>
  (desk.documents.value.value ?? []).map(({ id, title, fileName }) => ({ value: id, label: `${title} · ${fileName}` }));
const organChoices: Source = async () => (await organs()).map(choice);
const claims: Source = async (desk) =>
  (await listOf<RecordOf & { claims: RecordOf[] }>(desk, "statements"))
    .flatMap((statement) => statement.claims)
    .filter((claim) => !claim.finding)
    .map((claim) => ({ value: claim.id, label: String(claim.claim) }));
const corrections = (status: string) => listed("corrections", (each) => each.status === status);
const measures: Source = async (desk) =>
  (await listOf<RecordOf & { measures: RecordOf[] }>(desk, "corrections"))
    .flatMap((correction) => correction.measures)
    .map((measure) => ({ value: measure.id, label: String(measure.text) }));
const groups: Source = async () =>
  (await some<GroupView>((query) => valueOf(api.GET("/api/v1/coordination-groups", { params: { query } })))).map(
    choice,
  );
const cases: Source = async (desk) =>
  (
    await some<{ id: string; number?: string; title: string }>((query) =>
      valueOf(api.GET("/api/v1/cases", { params: { query } })),
    )
  )
    .filter(({ id }) => id !== desk.id)
    .map(({ id, number, title }) => ({ value: id, label: [number, title].filter(Boolean).join(" · ") }));
const fields: Source = async () => FIELDS_OF_WORK.map((value) => ({ value, label: term("FieldOfWork", value) }));
const places: Source = async () => {
  const flat = (found: readonly Place[]): Choice[] =>
    found.flatMap(({ code, name, children }) => [{ value: code, label: name }, ...flat(children)]);
  return flat(placeTree());
};
const together =
  (...sources: Source[]): Source =>
  async (desk) =>
    (await Promise.all(sources.map((each) => each(desk)))).flat();

/** Where a reference, told by the name of its field or of its part of the address, finds what it can refer to. */
const SOURCES: Record<string, Source> = {
  subject: subjects,
  subjectId: subjects,
  document: documents,
  documents,
  evidence: documents,
  replaces: documents,
  "papers/replaces": listed("papers"),
  "papers/about": together(
    listed("determinations"),
    listed("feedback"),
    listed("internal-reviews"),
    listed("public-notices"),
    listed("corrections"),
  ),
  evaluation: evaluations,
  determination: listed("determinations", (each) => each.standing !== false),
  person: persons,
  persons,
  present: investigators,
  signers: investigators,
  organ: organChoices,
  organId: async (desk) => (desk.file.value.value?.coHandlers ?? []).map(choice),
  group: groups,
  case: cases,
  measure: measures,
  claimId: claims,
  "correction-report/correctionId": corrections("UNDER_WAY"),
  "correction-evaluation/correctionId": corrections("REPORTED"),
  "correction-summary/correctionId": corrections("ACCEPTED"),
  engagementId: listed("engagements", (each) => !each.report && !each.cancellation),
  feedbackId: listed("feedback", (each) => !each.receipt),
  invocationId: listed("filing-invocations", (each) => !each.dismissal),
  "notice-withdrawal/noticeId": listed("public-notices", (each) => each.running === true),
  "adoption/noticeId": listed("accountability-notices", (each) => !each.adoption),
  objectionId: listed("objections", (each) => each.upheld === undefined),
  "objection-identity/objectionId": listed("objections", (each) => each.named === true),
  recordId: listed("monitoring", (each) => each.needsCorrection === true),
  "remark-identity/recordId": listed("monitoring", (each) => each.named === true),
  recusalId: listed("recusals", (each) => each.granted === undefined),
  "review-delivery/reviewId": listed("internal-reviews", (each) => !!each.decision && !each.delivery),
  reviewId: listed("internal-reviews", (each) => !each.decision),
  field: fields,
  fields,
  jurisdiction: places,
  jurisdictions: places,
  item: async (desk) => (await itemsOf(desk)).map(({ item, name }) => ({ value: item, label: name })),
  reference: together(listed("objections"), listed("internal-reviews"), listed("corrections")),
};
/** The items that can be answered in the case: those of its checklist, or of the books in force for a filing. */
export async function itemsOf(desk: CaseDesk): Promise<readonly ItemView[]> {
  const file = desk.file.value.value!;
  const [subject] = file.subjects;
  if (file.kind === "EXEMPTION" && subject) {
    const path = { id: desk.id, subjectId: subject.id };
    const checklist = await open(
      valueOf(api.GET("/api/v1/cases/{id}/checklists/{subjectId}", { params: { path } })),
      null,
    );
    return checklist?.questions.map(({ item }) => item) ?? [];
  }
  const { jurisdiction, field } = file;
  const books = await valueOf(
    api.GET("/api/v1/checklists", { params: { query: { jurisdiction, ...(field && { field }) } } }),
  );
  return books.questions;
}

/** The choices of references, by name; a name that no source is known for has none. */
export async function choicesFor(act: string, names: string[], desk: CaseDesk): Promise<Record<string, Choice[]>> {
  const found = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const source = SOURCES[`${act}/${name}`] ?? SOURCES[name];
      return [name, source ? await source(desk) : undefined] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, choices]) => choices) as [string, Choice[]][]);
}
