// Cases to read in a browser, made through the API by the persons whose work it is.
import { act, call, CONSOLE } from "./browser.mjs";
import { EXEMPT_FACTS as facts } from "./facts.mjs";

const APPLICANT = "applicant.330922";
const HANDLER = "handler.330922";
const DECIDER = "decider.330922";

/** A case being verified: applied for with a document, accepted; its checklist is answered but for the items left out. */
export async function aCaseBeingVerified({ title, open = [] }) {
  const me = (await call(APPLICANT, "GET", "/me")).value;
  const { value: file } = await call(APPLICANT, "POST", "/cases", {
    jurisdiction: "330922",
    particulars: {
      title,
      summary: "为解决外岛居民加油难,经集体研究先行先试撬装式加油;设备选型失误造成损失,发现后及时更换。",
      conduct: { from: "2026-03-01", to: "2026-04-15" },
      field: "重大项目建设",
    },
    subjects: [{ person: me.person.id, status: "PARTY_MEMBER", duty: "项目负责人" }],
  });
  const document = await attach(file.id, "班子会议纪要", "minutes.txt", "议题:外岛撬装式加油试点。决定:同意先行先试。");
  await act(APPLICANT, `/cases/${file.id}`, "application", { statement: "先行先试,集体决策,申请容错免责。" });
  await act(HANDLER, `/cases/${file.id}`, "acceptance", { accepted: true });
  const subject = file.subjects[0].id;
  const answers = Object.fromEntries(
    Object.entries(facts)
      .filter(([item]) => !open.includes(item))
      .map(([item, value]) => [
        item,
        { value, ...(item === "process" && { evidence: [document.id], note: "见纪要第二条" }) },
      ]),
  );
  await call(HANDLER, "PUT", `/cases/${file.id}/checklists/${subject}`, { answers });
  return { id: file.id, subject };
}

/** A case determined otherwise than recommended, and the subject told. */
export async function aCaseDeterminedOtherwise({ title }) {
  const file = await aCaseBeingVerified({ title });
  const { value: evaluation } = await call(HANDLER, "POST", `/cases/${file.id}/checklists/${file.subject}/evaluations`);
  await investigate(file);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
  await act(DECIDER, `/cases/${file.id}`, "determinations", {
    subject: file.subject,
    evaluation: evaluation.id,
    outcome: "MITIGATE",
    ladderStep: "WAIVED_WITH_REMINDER",
    meeting: { title: "县纪委常委会会议", heldOn: today },
    reasons: "先行先试,集体决策,未谋私利。",
    departureReasons: "设备选型论证不足,予以谈话提醒。",
  });
  await act(HANDLER, `/cases/${file.id}`, "feedback", {
    subject: file.subject,
    deliveredOn: today,
    method: "IN_PERSON",
    remedies: "如不服,可自收到之日起一个月内申请复审。",
  });
  return file;
}

/** What a determination needs beside the evaluation: two who investigate, the subject heard, a report. */
export async function investigate({ id, subject }) {
  const path = `/cases/${id}`;
  const persons = [];
  for (const login of [HANDLER, `${HANDLER}-2`]) {
    persons.push((await call(login, "GET", "/me")).value.person.id);
  }
  const { etag } = await call(HANDLER, "GET", path);
  await call(HANDLER, "PUT", `${path}/investigators`, { persons }, { "If-Match": etag });
  await call(HANDLER, "POST", `${path}/statements`, {
    subject,
    heldOn: new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()),
    place: "县纪委谈话室",
    present: persons,
    text: "先行先试,经集体研究决定;发现设备不适用后立即更换。",
  });
  await act(HANDLER, path, "verification", {
    findings: [{ subject, facts: "会议纪要与陈述相符,未发现谋取私利。", opinion: "建议按评估意见认定。" }],
    signers: persons,
  });
}

async function attach(id, title, fileName, content) {
  const form = new FormData();
  form.set("title", title);
  form.set("file", new Blob([content], { type: "text/plain" }), fileName);
  const response = await fetch(`${CONSOLE}/api/v1/cases/${id}/documents`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${Buffer.from(`${APPLICANT}:rongcuo`).toString("base64")}`,
      "Idempotency-Key": crypto.randomUUID(),
    },
    body: form,
  });
  if (!response.ok) throw new Error(`document: ${response.status} ${await response.text()}`);
  return response.json();
}
