import { api, valueOf } from "@/api/client";
import type { Fields } from "@/forms/values";
import { open } from "@/parts/lists";
import { me } from "@/session";
import type { CaseDesk } from "../caseDesk";
import { evaluations, listOf, type RecordOf } from "./records";

/** What a form begins with, so that nothing is typed that the case knows; what was given so far chooses among it. */
type Beginning = (desk: CaseDesk, given: Fields) => Promise<Fields>;

const ids = (of: readonly { id: string }[] | undefined) => of?.map(({ id }) => id);

const verification = (desk: CaseDesk) =>
  open(valueOf(api.GET("/api/v1/cases/{id}/verification", { params: { path: { id: desk.id } } })), null);

/** The subject that was chosen, or the first that an act has not come to. */
async function subjectOf(desk: CaseDesk, given: Fields, done: string): Promise<string | undefined> {
  if (given.subject) return given.subject as string;
  const over = (await listOf(desk, done)).map((record) => record.subject);
  return desk.file.value.value?.subjects.find(({ id }) => !over.includes(id))?.id;
}

export const BEGINNINGS: Record<string, Beginning> = {
  async opening() {
    const person = me.value?.person;
    return { jurisdiction: person?.jurisdiction, subjects: [{ person: person?.id }] };
  },
  async revision(desk) {
    const { title, summary, conduct, field, level, accountabilityMatter } = desk.file.value.value!;
    return { title, summary, conduct, field, level, accountabilityMatter };
  },
  async team(desk) {
    return { persons: ids(desk.file.value.value?.team) };
  },
  async investigators(desk) {
    return { persons: ids((await verification(desk))?.investigators) };
  },
  async statements(desk, given) {
    return {
      subject: await subjectOf(desk, given, "statements"),
      present: ids((await verification(desk))?.investigators),
    };
  },
  async verification(desk) {
    return {
      findings: desk.file.value.value?.subjects.map(({ id }) => ({ subject: id })),
      signers: ids((await verification(desk))?.investigators),
    };
  },
  async determinations(desk, given) {
    const subject = await subjectOf(desk, given, "determinations");
    const name = desk.subjectName(subject);
    const latest = (await evaluations(desk)).find(({ label }) => label.startsWith(`${name} · `));
    return { subject, evaluation: latest?.value };
  },
  async feedback(desk, given) {
    const subject = await subjectOf(desk, given, "feedback");
    const remedies = await listOf<RecordOf & { remedies: string }>(desk, "feedback/remedies");
    return { subject, remedies: remedies.find((each) => each.subject === subject)?.remedies };
  },
  async "public-notices"(desk) {
    const preview = await open(
      valueOf(api.GET("/api/v1/cases/{id}/public-notices/preview", { params: { path: { id: desk.id } } })),
      null,
    );
    return { text: preview?.text };
  },
  async "correction-report"(desk, given) {
    const corrections = await listOf<RecordOf & { measures: { id: string }[] }>(desk, "corrections");
    const reported = corrections.find(({ id }) => id === given.correctionId);
    return { measures: reported?.measures.map(({ id }) => ({ measure: id })) };
  },
  async filing(desk) {
    const filing = await open(
      valueOf(api.GET("/api/v1/cases/{id}/filing", { params: { path: { id: desk.id } } })),
      null,
    );
    return { ...filing?.content };
  },
  async archive(desk) {
    const check = await open(
      valueOf(api.GET("/api/v1/cases/{id}/archive/check", { params: { path: { id: desk.id } } })),
      null,
    );
    return { explained: check?.missing.map(({ step, code }) => ({ step, code })) };
  },
};
