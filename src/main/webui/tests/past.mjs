// Past cases for a journey to replay: each with an answered checklist and an evaluation on record, made through the API.
import { act, call } from "./browser.mjs";
import { EXEMPT_FACTS } from "./facts.mjs";

const APPLICANT = "applicant.330922";
const HANDLER = "handler.330922";

function daysAgo(days) {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** @returns the id of a case of 330922 that was evaluated with these facts, beside those of the demo's example */
export async function pastCase(title, facts) {
  const { value: me } = await call(APPLICANT, "GET", "/me");
  const { value: opened } = await call(APPLICANT, "POST", "/cases", {
    jurisdiction: "330922",
    particulars: { title, summary: "回放用的案件,纯属虚构。", conduct: { from: daysAgo(240), to: daysAgo(210) } },
    subjects: [{ person: me.person.id, status: "PUBLIC_OFFICIAL", duty: "项目负责人" }],
  });
  const path = `/cases/${opened.id}`;
  await act(APPLICANT, path, "application", { statement: "申请容错免责。" });
  await act(HANDLER, path, "acceptance", { accepted: true });
  const { value: file } = await call(HANDLER, "GET", path);
  const checklist = `${path}/checklists/${file.subjects[0].id}`;
  const { value: asked } = await call(HANDLER, "GET", checklist);
  const known = { ...EXEMPT_FACTS, ...facts };
  const answers = Object.fromEntries(asked.questions.map(({ item }) => [item.item, { value: known[item.item] }]));
  await call(HANDLER, "PUT", checklist, { answers });
  const { value: evaluation } = await call(HANDLER, "POST", `${checklist}/evaluations`);
  return { id: opened.id, outcome: evaluation.content.recommendation.code };
}
