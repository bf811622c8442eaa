// A case through the browser: a handler accepts it, issues the notice of acceptance and takes it, answers, verifies and
// reports; a decider determines; the handler tells the subject. Every form but the checklist's is made from the contract.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { act, call, journey } from "./browser.mjs";
import { aCaseBeingVerified, investigate } from "./cases.mjs";
import { EXEMPT_FACTS } from "./facts.mjs";
import { ActForm } from "./forms.mjs";

const APPLICANT = "applicant.330922";
const HANDLER = "handler.330922";

async function applied(title) {
  const { value: me } = await call(APPLICANT, "GET", "/me");
  const { value: file } = await call(APPLICANT, "POST", "/cases", {
    jurisdiction: "330922",
    particulars: {
      title,
      summary: "为解决外岛居民加油难,经集体研究先行先试撬装式加油。",
      conduct: { from: "2026-03-01", to: "2026-04-15" },
      field: "重大项目建设",
    },
    subjects: [{ person: me.person.id, status: "PARTY_MEMBER", duty: "项目负责人" }],
  });
  await act(APPLICANT, `/cases/${file.id}`, "application", { statement: "先行先试,集体决策,申请容错免责。" });
  return { id: file.id, subject: file.subjects[0].id, name: me.person.name };
}

const standing = (page, status) => page.locator(".steps [aria-current=step]").filter({ hasText: status }).waitFor();

test("a handler accepts a case, issues the notice, verifies and reports; a decider determines; the subject is told", () =>
  journey(async (page, walker) => {
    const file = await applied(`海岛充电桩试点 ${Date.now()}`);
    await walker.enterAs(HANDLER);
    await walker.go(`/cases/${file.id}`);
    await page.locator("[data-act=acceptance]").waitFor();
    await page.locator("[data-deadline=ACCEPTANCE]").waitFor();
    await walker.look("act-list");

    const acceptance = await ActForm.open(page, "acceptance");
    await acceptance.check("/accepted", "不予受理");
    await acceptance.send();
    await acceptance.wrong("/reasons");
    // The refusal that this was about stands on the browser's console as well.
    const told = walker.errors.splice(0);
    assert.ok(
      told.every((each) => /status of (400|422)/.test(each)),
      told.join("\n"),
    );
    await walker.look("act-refused");
    await acceptance.check("/accepted", "受理");
    await acceptance.check("/complexity", "普通");
    await acceptance.done();
    await standing(page, "核实中");

    const paper = await ActForm.open(page, "papers");
    await paper.choose("/kind", "受理通知书");
    await walker.look("act-paper", { wide: false });
    await paper.done();
    await page.getByRole("tab", { name: "文书" }).click();
    await page.locator("[data-paper=ACCEPTANCE_NOTICE]").waitFor();
    await walker.look("case-papers");
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: /^下载 PDF/ }).click();
    const downloaded = await downloading;
    assert.match(downloaded.suggestedFilename(), /\.pdf$/);
    assert.equal(
      readFileSync(await downloaded.path())
        .subarray(0, 5)
        .toString(),
      "%PDF-",
    );

    // One answer by hand, as a person gives it; the others as the organ's own system gives them.
    await page.locator("[data-act=checklists]").click();
    await page.locator("[data-answers]").waitFor();
    await walker.look("case-answers", { wide: false });
    const own = page.locator("[data-answers] [data-item=privateGain]");
    await own.getByText(EXEMPT_FACTS.privateGain, { exact: true }).click();
    await page.getByRole("button", { name: "保存 1 项改动" }).click();
    await page.getByText(/个尚未查明/).waitFor();
    const { privateGain: _, ...rest } = EXEMPT_FACTS;
    const answers = Object.fromEntries(Object.entries(rest).map(([item, value]) => [item, { value }]));
    await call(HANDLER, "PUT", `/cases/${file.id}/checklists/${file.subject}`, { answers });
    await page.reload();
    await page.getByText("35 个事项已全部查明").waitFor();
    await (await ActForm.open(page, "evaluations")).done();

    const named = await ActForm.open(page, "investigators");
    await named.choose("/persons", "嵊泗承办人甲", "嵊泗承办人乙");
    await walker.look("act-investigators", { wide: false });
    await named.done();

    const statement = await ActForm.open(page, "statements");
    await statement.on("/heldOn");
    await statement.write("/place", "县纪委谈话室");
    await statement.write("/text", "先行先试,经集体研究决定;发现设备不适用后立即更换。");
    await statement.add("/claims");
    await statement.write("/claims", "设备选型经过专家论证");
    await walker.look("act-statement", { wide: false });
    await statement.done();

    const claim = await ActForm.open(page, "claim-answers");
    await claim.check("/finding", "采纳");
    await claim.write("/reasons", "论证意见在卷。");
    await claim.done();

    const report = await ActForm.open(page, "verification");
    await report.write("/findings/0/facts", "会议纪要与陈述相符,未发现谋取私利。");
    await report.write("/findings/0/opinion", "建议按评估意见认定。");
    await walker.look("act-report", { wide: false });
    await report.done();

    await walker.enterAs("decider.330922");
    await walker.go(`/cases/${file.id}`);
    const determination = await ActForm.open(page, "determinations");
    await determination.check("/outcome", "免责");
    await determination.write("/meeting/title", "县纪委常委会会议");
    await determination.on("/meeting/heldOn");
    await determination.write("/reasons", "先行先试,集体决策,未谋私利。");
    await walker.look("act-determination");
    await determination.done();
    await standing(page, "已认定");

    await walker.enterAs(HANDLER);
    await walker.go(`/cases/${file.id}`);
    const feedback = await ActForm.open(page, "feedback");
    await feedback.on("/deliveredOn");
    await feedback.check("/method", "当面送达");
    await walker.look("act-feedback");
    await feedback.done();
    await standing(page, "已反馈");
    await page.getByRole("tab", { name: "办理记录" }).click();
    await page.locator("[data-records=verification]").waitFor();
    await walker.look("case-records");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Deadlines" }).waitFor();
    await page.getByRole("button", { name: "refer a suspected violation" }).waitFor();
    const english = await ActForm.open(page, "referrals");
    await walker.look("act-english");
    await english.form.getByRole("button", { name: "Cancel" }).click();
  }));

test("an applicant files a matter beforehand, and the handler accepts the filing", () =>
  journey(async (page, walker) => {
    await walker.enterAs(APPLICANT);
    await walker.go("/cases");
    const opening = await ActForm.open(page, "opening");
    await opening.check("/kind", "事前报备");
    await opening.write("/particulars/title", `海水淡化试点 ${Date.now()}`);
    await opening.write("/particulars/summary", "在外岛试点小型海水淡化装置,现行规定未作明确。");
    await opening.on("/particulars/conduct/from");
    await opening.choose("/subjects/0/status", "党员");
    await walker.look("act-opening", { wide: false });
    await opening.done();
    await page.getByRole("heading", { name: /海水淡化试点/ }).waitFor();

    const minutes = await ActForm.open(page, "documents");
    await minutes.write("/title", "镇党委会议纪要");
    await minutes
      .field("/file")
      .locator("input")
      .setInputFiles({
        name: "minutes.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("议题:小型海水淡化装置试点。决定:同意试点并报备。"),
      });
    await minutes.done();

    const filing = await ActForm.open(page, "filing");
    await filing.write("/matter", "试点小型海水淡化装置");
    await filing.write("/ruleGap", "小型装置的审批程序没有明确规定。");
    await filing.add("/risks");
    await filing.write("/risks/0/description", "出水水质不达标");
    await filing.check("/risks/0/likelihood", "低");
    await filing.write("/risks/0/impact", "影响居民饮水");
    await filing.write("/risks/0/safeguard", "每日检测,不达标即停用");
    await filing.write("/safeguards", "由水务部门全程监督。");
    await filing.check("/decision", "填写集体决策");
    await filing.write("/decision/title", "镇党委会议");
    await filing.on("/decision/heldOn");
    await filing.choose("/decision/document", /镇党委会议纪要/);
    await filing.on("/validFrom");
    await filing.on("/validUntil", "2028-12-31");
    await walker.look("act-filing", { wide: false });
    await filing.done();
    await (await ActForm.open(page, "filing-submission")).done();
    await standing(page, "待报备反馈");
    const place = new URL(page.url()).pathname.replace("/console", "");

    await walker.enterAs(HANDLER);
    await walker.go(place);
    const feedback = await ActForm.open(page, "filing-feedback");
    await feedback.check("/result", "予以报备");
    await feedback.write("/reasons", "事项明确,措施可行。");
    await feedback.done();
    await standing(page, "事中监管");
    await page.getByRole("tab", { name: "办理记录" }).click();
    await page.locator("[data-records=filing]").getByText("每日检测,不达标即停用").waitFor();
    await walker.look("filing-records", { wide: false });
  }));

test("the coordination group meets: a co-lead calls the meeting, the members vote", () =>
  journey(async (page, walker) => {
    const title = `海岛微电网试点 ${Date.now()}`;
    const file = await aCaseBeingVerified({ title });
    const { id } = file;
    await call(HANDLER, "POST", `/cases/${id}/checklists/${file.subject}/evaluations`);
    await investigate(file);
    await act(HANDLER, `/cases/${id}`, "consultations", { reasons: "性质把握不一,请小组会商。" });
    await walker.enterAs("coordinator.330922");
    await page.getByRole("link", { name: "会商", exact: true }).first().click();
    await page.getByRole("link", { name: new RegExp(title) }).waitFor();
    const meeting = await ActForm.open(page, "meeting");
    await meeting.on("/heldOn");
    await meeting.write("/place", "县纪委会议室");
    await meeting.choose("/chair", /协调小组成员甲/);
    await meeting.choose("/consultations", new RegExp(title));
    await walker.look("act-meeting", { wide: false });
    await meeting.done();
    const held = page.locator("[data-meeting]").filter({ hasText: title });
    await held.locator("[data-act=attendance]").click();
    const attendance = new ActForm(page, "attendance");
    await attendance.choose("/present", /成员甲/, /成员乙/, /组织部协调员/);
    await attendance.done();
    await held.getByText(/到会:/).waitFor();
    await held.locator("[data-act=votes]").click();
    const vote = new ActForm(page, "votes");
    await vote.choose("/vote", "免责");
    await vote.write("/reasons", "先行先试,未谋私利。");
    await walker.look("act-vote", { wide: false });
    await vote.done();
    await held.getByText("已投 1 票").waitFor();
    await walker.look("meetings");
  }));
