// A handler reads a case: what is open, what was recommended and why, what was determined, and that the ledger is whole.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { journey } from "./browser.mjs";
import { aCaseBeingVerified, aCaseDeterminedOtherwise } from "./cases.mjs";

test("a handler finds a case and reads all its parts", () =>
  journey(async (page, walker) => {
    const title = `外岛加油试点 ${Date.now()}`;
    await aCaseDeterminedOtherwise({ title });
    await walker.enterAs("handler.330922");
    await page.getByRole("heading", { name: "接下来可以做" }).waitFor();
    await walker.look("home-handler");

    await page.getByRole("link", { name: "案件", exact: true }).click();
    await page.getByRole("link", { name: title }).waitFor();
    await walker.look("cases");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("heading", { name: "事情经过" }).waitFor();
    await page.getByText("减责").first().waitFor();
    await walker.look("case-overview");
    assert.match(await page.title(), /〔\d+〕\d+号 · 案件/, "the tab tells which case it is");
    assert.deepEqual(
      await page.locator(".steps .done").allInnerTexts(),
      ["草稿", "已申请", "核实中", "已认定"].map((step) => `✓\n${step}`),
      "the steps behind it are done",
    );
    assert.match(await page.locator(".steps [aria-current=step]").innerText(), /已反馈/);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("complementary").count(), 0, "what can be done is not printed");
    assert.equal(await page.getByRole("tab").count(), 0, "tabs are not printed");
    await page.emulateMedia({ media: "screen" });

    await page.getByRole("tab", { name: "核实清单" }).click();
    await page.getByText("35 个事项已全部查明").waitFor();
    const process = page.locator("[data-item=process]");
    await process.getByText("见纪要第二条").waitFor();
    const downloading = page.waitForEvent("download");
    await process.getByRole("button", { name: "班子会议纪要" }).click();
    const downloaded = await downloading;
    assert.equal(downloaded.suggestedFilename(), "minutes.txt");
    assert.match(readFileSync(await downloaded.path(), "utf8"), /同意先行先试/);
    await walker.look("case-checklist");

    await page.getByRole("tab", { name: "认定建议" }).click();
    await page.getByText("从旧兼从轻").first().waitFor();
    await walker.look("case-evaluations");
    await page.locator("[data-tables='330922/tolerance']").first().click();
    await page.locator("[data-decision=tolerability] tr.selected").waitFor();
    assert.ok((await page.locator("[data-decision=tolerability] td.failed").count()) > 0, "failed cells are painted");
    await walker.look("case-tables");
    await page.keyboard.press("Escape");

    await page.getByRole("tab", { name: "认定与反馈" }).click();
    await page.getByText("与建议不一致", { exact: true }).waitFor();
    await page.getByText("设备选型论证不足,予以谈话提醒。").waitFor();
    await page.getByText("免予处分·谈话提醒").waitFor();
    await page.getByText("如不服,可自收到之日起一个月内申请复审。").waitFor();
    await walker.look("case-determinations");

    await page.getByRole("tab", { name: "材料" }).click();
    await page.getByText("minutes.txt").waitFor();
    await walker.look("case-documents");

    await page.getByRole("tab", { name: "台账" }).click();
    await page.getByText("台账完整").waitFor();
    assert.deepEqual(await page.locator("[data-entry] strong").allInnerTexts(), [
      "建立案件",
      "提交材料",
      "提出申请",
      "受理",
      "填写核实清单",
      "评估",
      "指定核实人员",
      "陈述申辩",
      "核实报告",
      "认定",
      "反馈",
    ]);
    await walker.look("case-ledger");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("The ledger is whole").waitFor();
    await walker.look("case-ledger-en");
  }));

test("what is open in a checklist is told, and a case unseen does not exist", () =>
  journey(async (page, walker) => {
    const { id } = await aCaseBeingVerified({ title: "外岛加油试点(核实中)", open: ["loss", "filed", "dispute"] });
    await walker.enterAs("handler.330922-2");
    await walker.go(`/cases/${id}?part=checklist`);
    await page.getByText(/35 个事项中 3 个尚未查明/).waitFor();
    await page.locator("[data-item=loss]").getByText("尚未查明").waitFor();
    await page.locator("[data-act=checklists]").waitFor();
    await walker.look("case-checklist-open");
    await page.getByRole("tab", { name: "认定建议" }).click();
    await page.getByText("还没有评估记录").waitFor();

    await walker.enterAs("supervisor.330922");
    await walker.go(`/cases/${id}`);
    await page.getByText("没有这个案件").waitFor();
    await walker.look("case-unseen", { wide: false });
    // The refusals that this was about stand on the browser's console as well.
    const told = walker.errors.splice(0);
    assert.ok(
      told.every((each) => /404/.test(each)),
      told.join("\n"),
    );
  }));

test("tasks are listed, and when there are none the page says so", () =>
  journey(async (page, walker) => {
    await walker.enterAs("handler.330922");
    await page.getByRole("link", { name: "我的待办" }).click();
    await page.getByRole("heading", { name: "我的待办" }).waitFor();
    await page.locator("[data-task]").first().or(page.getByText("没有待办,都办完了")).waitFor();
    await walker.look("tasks");
    await page.getByText("逾期", { exact: true }).click();
    await page.locator("[data-task]").first().or(page.getByText("没有逾期的待办")).waitFor();
  }));

test("others than the policy staff and inspectors are shown no work on the books", () =>
  journey(async (page, walker) => {
    await walker.go("/");
    await walker.enterAs("registrar.330922");
    await page.getByRole("link", { name: "已认定的案件" }).waitFor();
    await walker.look("home-registrar", { wide: false });
    assert.equal(await page.getByRole("link", { name: "办法管理" }).count(), 0);
    await walker.go("/policies/330922/tolerance");
    await page.getByRole("heading", { name: "版本", exact: true }).waitFor();
    assert.equal(await page.getByRole("heading", { name: "台账" }).count(), 0);
    assert.equal(await page.getByRole("alert").count(), 0);
    await walker.go("/cases?status=BOGUS&field=xx");
    await page.getByText(/共 \d+ 件|还没有您可以查看的案件/).waitFor();
    await page.waitForURL(/\/cases$/);
  }));
