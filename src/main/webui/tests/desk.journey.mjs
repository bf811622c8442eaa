// The policy desk: an editor opens a book, begins a draft, changes a threshold, is told what is wrong and where, meets
// a colleague's change, undoes, leaves and comes back, and adds an item.
import assert from "node:assert/strict";
import { test } from "node:test";
import { act, call, journey } from "./browser.mjs";

const EDITOR = "policy-editor.330922";
const COLLEAGUE = "policy-editor.330922-2";
const BOOK = "/policies/330922/tolerance";
const drafts = [];

const state = (page, text) => page.locator("[data-save-state]").filter({ hasText: text }).waitFor({ timeout: 60_000 });
const cell = (page, id) => page.locator(`[data-table] td[data-element-id="${id}"]`);
const told = async (page, id) => (await cell(page, id).innerText()).trim();
const url = (page) => new URL(page.url()).pathname.replace(/^\/console/, "");

/** The browser notes every refused request on its console; those that the journey provokes are no defect. */
function expectRefusal(walk, status) {
  for (let i = walk.errors.length - 1; i >= 0; i--)
    if (walk.errors[i].includes(`status of ${status}`)) walk.errors.splice(i, 1);
}

async function write(page, id, text) {
  await cell(page, id).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** A draft through the API; withdrawn when all is done. */
async function draft(login = EDITOR) {
  const { value } = await call(login, "POST", `${BOOK}/versions`);
  const place = `${BOOK}/versions/${value.number}`;
  drafts.push(place);
  return place;
}

/** Somebody else saves the draft with one text of it changed. */
async function saveElsewhere(place, from, to) {
  const { etag } = await call(COLLEAGUE, "GET", place);
  const { value } = await call(COLLEAGUE, "GET", `${place}/model`);
  assert.ok(value.includes(from));
  const headers = { "If-Match": etag, "Content-Type": "application/xml" };
  await call(COLLEAGUE, "PUT", `${place}/model`, value.replace(from, to), headers);
}

test.after(async () => {
  for (const place of drafts) {
    await act(EDITOR, place, "withdrawal", { reasons: "试用完毕" });
  }
});

test("an editor changes a threshold and is shown what does not fit", async () => {
  await journey(async (page, walk) => {
    await walk.enterAs(EDITOR);
    await walk.go("/policies");
    await page.locator('[data-book="330922/tolerance"]').waitFor();
    await walk.look("policies", { handbook: "books" });
    await page.getByPlaceholder("按名称、地区或领域筛选").fill("嵊泗");
    assert.equal(await page.locator("[data-book]").count(), 1);
    await page.getByRole("link", { name: "嵊泗县容错免责认定" }).click();
    await page.getByText("已校验").waitFor();
    await walk.look("policy", { handbook: "book" });

    await page.getByRole("button", { name: "新建草案" }).click();
    await page.waitForURL(/versions\/\d+\/tables/);
    const place = url(page).replace("/tables", "");
    drafts.push(place);
    await page.locator('[data-decision="minor"]').click();
    await cell(page, "minor_r1_c3").waitFor();
    await walk.look("tables", { handbook: "tables" });

    // A person writes in the cell, and it is saved by itself.
    // From the save until its answer is there, the verdict before is not shown as if it held.
    await page.getByText("各表均已证明完整且无矛盾").waitFor({ timeout: 60_000 });
    const shown = page.evaluate(
      () =>
        new Promise((resolve) => {
          const panel = document.querySelector("[data-analysis]");
          const look = () => {
            const saved = document.querySelector("[data-save-state]").textContent.includes("已保存");
            if (!saved) return setTimeout(look, 10);
            resolve(panel.textContent);
          };
          setTimeout(look, 400);
        }),
    );
    await write(page, "minor_r1_c3", "<= 5");
    await state(page, "未保存");
    await state(page, "已保存");
    assert.match(await shown, /正在检查/, "what is saved is being checked");
    assert.doesNotMatch(await shown, /已证明完整/);
    // The rows overlap now: the finding leads to the cell.
    await page.locator('[data-finding="overlap"], [data-finding]').first().click();
    await page.waitForTimeout(400);
    const shadow = await cell(page, "minor_r2_c3").evaluate((td) => getComputedStyle(td).boxShadow);
    assert.notEqual(shadow, "none", "the cell is marked");
    await walk.look("finding", { handbook: "analysis" });

    // The panel beside the table writes the other row: more than 5.
    await cell(page, "minor_r2_c3").click();
    const panel = page.getByRole("region", { name: "所选单元格" });
    await panel.getByLabel("数值").fill("5");
    await page.waitForTimeout(300);
    assert.equal(await told(page, "minor_r2_c3"), "> 5");
    await state(page, "已保存");
    await page.getByText("各表均已证明完整且无矛盾").waitFor({ timeout: 60_000 });
    await walk.look("cell", { wide: false, handbook: "cell" });

    // A word without its quotes is refused where it stands, and kept.
    await write(page, "minor_r3_c2", "较大,重大");
    await state(page, "未保存:有");
    expectRefusal(walk, 422);
    const refused = await cell(page, "minor_r3_c2").evaluate((td) => getComputedStyle(td).boxShadow);
    assert.notEqual(refused, "none", "the refused cell is marked");
    await walk.look("refused");
    // Chosen from the admissible values it is right again.
    await panel.getByText("是其中之一").click();
    await page.waitForTimeout(300);
    assert.equal(await told(page, "minor_r3_c2"), '"较大","重大"');
    await panel.getByText("轻微", { exact: true }).click();
    await page.waitForTimeout(300);
    assert.equal(await told(page, "minor_r3_c2"), '"轻微","较大","重大"');
    await panel.getByText("轻微", { exact: true }).click();
    await page.waitForTimeout(300);
    await state(page, "已保存");

    const { value: model } = await call(EDITOR, "GET", `${place}/model`);
    assert.ok(model.includes("<text>&lt;= 5</text>"));
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("Selected cell").waitFor();
    await page.locator('[data-table] [data-element-id="minor_r1_c3"]').waitFor();
    await walk.look("tables-en");
  });
});

test("rows come and go, and all of it can be undone", async () => {
  const place = await draft();
  const before = (await call(EDITOR, "GET", place)).value.contentHash;
  await journey(async (page, walk) => {
    await walk.enterAs(EDITOR);
    await walk.go(`${place}/tables`);
    await page.locator('[data-decision="minor"]').click();
    await cell(page, "minor_r2_c3").click();
    const rows = page.locator("[data-table] tbody tr");
    await page.getByRole("button", { name: "增加一行" }).first().click();
    await page.waitForTimeout(500);
    assert.equal(await rows.count(), 5);
    assert.equal(await rows.nth(2).locator("td.annotation").count(), 2, "a new row has its 依据 and 说明");
    const note = rows.nth(2).locator("td.annotation").nth(1);
    await note.click();
    await page.keyboard.type("新的说明");
    await page.waitForTimeout(500);
    await page.locator('[data-decision="motive"]').click();
    await page.locator('[data-decision="minor"]').click();
    assert.equal((await note.innerText()).trim(), "新的说明", "what is written in it is kept");
    // A row is copied with its notes.
    await cell(page, "minor_r4_c1").click({ button: "right" });
    await walk.look("row-menu", { wide: false });
    await page.getByRole("menuitem", { name: "复制此行" }).click();
    await cell(page, "minor_r4_c1").click({ button: "right" });
    await page.getByRole("menuitem", { name: "粘贴到下方" }).click();
    await page.waitForTimeout(500);
    assert.equal(await rows.count(), 6);
    assert.equal((await rows.nth(5).locator("td.annotation").nth(1).innerText()).trim(), "违反法律法规的不属情节轻微");
    assert.notEqual(await rows.nth(5).locator("td.rule-index").getAttribute("data-row-id"), "minor_r4");
    await cell(page, "minor_r1_c3").click();
    await page.getByRole("button", { name: "下移" }).first().click();
    await page.waitForTimeout(500);
    assert.equal(await rows.nth(1).locator("td.rule-index").getAttribute("data-row-id"), "minor_r1");
    await page.getByRole("button", { name: "增加条件列" }).click();
    await page.getByRole("dialog").getByRole("combobox").click();
    await page.getByRole("option", { name: "主观认识" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "增加", exact: true }).click();
    await page.locator("[data-table] th", { hasText: "主观认识" }).waitFor();
    await page.waitForTimeout(500);
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("Control+z");
      await page.waitForTimeout(700);
    }
    assert.equal(await rows.count(), 4);
    assert.ok(await page.getByRole("button", { name: "撤销" }).isDisabled());
    assert.equal(await page.locator("[data-table] th", { hasText: "主观认识" }).count(), 0);
    await page.keyboard.press("Control+y");
    await page.waitForTimeout(700);
    assert.equal(await rows.count(), 5);
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(700);
    await page.keyboard.press("Control+s");
    await page.waitForTimeout(1500);
    expectRefusal(walk, 422);
    assert.equal((await call(EDITOR, "GET", place)).value.contentHash, before);
  });
});

test("a colleague's change is shown and mine is added to it", async () => {
  const place = await draft();
  await journey(async (page, walk) => {
    await walk.enterAs(EDITOR);
    await walk.go(`${place}/tables`);
    await page.locator('[data-decision="minor"]').click();
    await cell(page, "minor_r1_c3").waitFor();
    await saveElsewhere(place, "违反法律法规的不属情节轻微", "违反法律法规的,不属于情节轻微");
    await write(page, "minor_r1_c3", "<= 3");
    const dialog = page.getByRole("dialog", { name: "他人已保存了这份草案" });
    await dialog.waitFor({ timeout: 60_000 });
    expectRefusal(walk, 412);
    assert.match(await dialog.innerText(), /演示·嵊泗政策人员乙/);
    assert.match(await dialog.innerText(), /「情节轻微」第 4 行「说明」/);
    assert.match(await dialog.innerText(), /<= 1 → <= 3/);
    await walk.look("conflict");
    await dialog.getByRole("button", { name: "把我的修改并入" }).click();
    await state(page, "已保存");
    assert.equal(await told(page, "minor_r1_c3"), "<= 3");
    const { value: model } = await call(EDITOR, "GET", `${place}/model`);
    assert.ok(model.includes("&lt;= 3") && model.includes("不属于情节轻微"), "both changes are there");

    // And once more: this time theirs is taken, and mine stays offered.
    await saveElsewhere(place, "不属于情节轻微", "不算情节轻微");
    await write(page, "minor_r1_c3", "<= 4");
    await dialog.waitFor({ timeout: 60_000 });
    expectRefusal(walk, 412);
    await dialog.getByRole("button", { name: "采用对方的版本" }).click();
    await page.getByText("您先前的修改留在本机").waitFor();
    await page.waitForTimeout(500);
    assert.equal(await told(page, "minor_r1_c3"), "<= 3");
    await page.getByRole("button", { name: "恢复" }).click();
    const again = page.getByRole("dialog", { name: "这份草案在别处又被保存过" });
    await again.getByRole("button", { name: "把我的修改并入" }).click();
    await state(page, "已保存");
    assert.equal(await told(page, "minor_r1_c3"), "<= 4");
  });
});

test("nothing is lost by leaving, by a crash or by a refusal", async () => {
  const place = await draft();
  await journey(async (page, walk) => {
    await walk.enterAs(EDITOR);
    await walk.go(`${place}/tables`);
    await page.locator('[data-decision="minor"]').click();
    await write(page, "minor_r1_c3", "<= foo");
    await page.waitForTimeout(400);
    // It cannot be saved, so leaving is asked about.
    await page.locator("main").getByRole("link", { name: "办法管理" }).click();
    const ask = page.getByRole("dialog", { name: "离开本页?" });
    await ask.waitFor({ timeout: 60_000 });
    expectRefusal(walk, 422);
    await walk.look("leave", { wide: false });
    await ask.getByRole("button", { name: "留在本页" }).click();
    assert.match(url(page), /tables$/);
    // A reload without a word, as after a crash: it is offered again.
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    await page.getByText("您先前的修改留在本机").waitFor();
    await walk.look("offered", { wide: false });
    await page.getByRole("button", { name: "恢复" }).click();
    await page.locator('[data-decision="minor"]').click();
    assert.equal(await told(page, "minor_r1_c3"), "<= foo");
    await write(page, "minor_r1_c3", "<= 2");
    await state(page, "已保存");
    expectRefusal(walk, 422);
  });
});

test("an item is added, named anew and shown as the handler sees it", async () => {
  const place = await draft();
  await journey(async (page, walk) => {
    await walk.enterAs(EDITOR);
    await walk.go(`${place}/items`);
    await page.locator('[data-item="loss"]').click();
    await walk.look("items", { handbook: "items" });
    await page.getByLabel("名称", { exact: true }).fill("损失数额");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "新增事项" }).click();
    const dialog = page.getByRole("dialog", { name: "新增事项" });
    await dialog.getByRole("button", { name: "增加" }).click();
    await dialog.getByText("请至少填写两个答案").waitFor();
    await dialog.getByLabel("名称").fill("舆情应对");
    await dialog.getByLabel("可选的答案").fill("及时、迟缓");
    await dialog.getByLabel("接口标识").fill("publicResponse");
    await walk.look("item-add", { wide: false });
    await dialog.getByRole("button", { name: "增加" }).click();
    await page.getByLabel("核实的问题").fill("对舆情的应对是否及时?");
    await state(page, "已保存");
    await page
      .locator('[data-preview="publicResponse"]', { hasText: "对舆情的应对是否及时?" })
      .waitFor({ timeout: 60_000 });
    await walk.look("item-added");
    const { value: items } = await call(EDITOR, "GET", `${place}/checklist`);
    assert.deepEqual(items.find(({ item }) => item === "publicResponse").allowedValues, ["及时", "迟缓"]);
    assert.equal(items.find(({ item }) => item === "loss").name, "损失数额");
    // The tables follow the new name.
    await page.getByRole("link", { name: "决策表" }).click();
    await page.locator('[data-decision="minor"]').click();
    await page.locator("[data-table] th", { hasText: "损失数额" }).waitFor();
  });
});

test("a version that is no draft is there to be read", async () => {
  await journey(async (page, walk) => {
    await walk.enterAs(EDITOR);
    await walk.go(`${BOOK}/versions/1/tables`);
    await page.getByText("本版本已批准").waitFor();
    await page.locator('[data-decision="minor"]').click();
    await cell(page, "minor_r1_c3").click();
    await page.keyboard.type("5");
    assert.equal(await told(page, "minor_r1_c3"), "<= 1");
    assert.equal(await page.getByRole("button", { name: "保存" }).count(), 0);
    await walk.look("read-only");
  });
});
