// A citizen, not logged in: the rules in force, what to look up before acting, a self-check by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { journey } from "./browser.mjs";
import { EXEMPT_FACTS as FACTS } from "./facts.mjs";

test("a citizen reads the rules in force", () =>
  journey(async (page, walker) => {
    await walker.go("/rules");
    await page.getByText("请先选择行政区划").waitFor();
    await walker.look("rules-no-place", { wide: false });
    await page.getByText("有的上位法规只适用于特定身份的人").waitFor();
    await page.getByRole("combobox", { name: "行政区划" }).click();
    await page.getByRole("option", { name: "嵊泗县" }).click();
    await page.waitForURL(/jurisdiction=330922/);
    await page.getByRole("heading", { name: /嵊泗县在.*适用的办法/ }).waitFor();
    const speaking = page.locator("#book-330922\\/tolerance");
    assert.ok((await speaking.locator("[data-list=positive] li").count()) > 10, "the positive list is there");
    assert.ok((await speaking.locator("[data-list=negative] li").count()) > 10, "the negative list is there");
    await speaking.getByText("兜底", { exact: true }).first().waitFor();
    await page.getByText("从旧兼从轻").waitFor();
    await walker.look("rules");

    // What stands in the address can be sent to somebody.
    const address = new URL(page.url());
    await page.goto(address.href);
    await page.getByRole("heading", { name: /嵊泗县在.*适用的办法/ }).waitFor();
    await walker.go("/rules?jurisdiction=330922&on=1990-01-01");
    await page.getByText("没有公开的容错办法").waitFor();
    await walker.look("rules-none", { wide: false });

    // A value that is none is as good as none, not a matter for the server to complain about.
    await walker.go("/rules?jurisdiction=330922&on=xx&status=BOGUS&field=yy");
    await page.getByRole("heading", { name: /嵊泗县在.*适用的办法/ }).waitFor();
    await page.waitForURL(/jurisdiction=330922$/);
  }));

test("a citizen looks up what to mind before acting", () =>
  journey(async (page, walker) => {
    await walker.go("/before-acting?jurisdiction=330922");
    await page.getByRole("heading", { name: "事前查询" }).waitFor();
    await page.locator("[data-list=positive] li").first().waitFor();
    const all = await page.locator("[data-list=positive] li").count();
    await page.getByText("重大项目建设情形", { exact: true }).first().click();
    await page.waitForFunction((n) => document.querySelectorAll("[data-list=positive] li").length < n, all);
    await page.getByText(/已备 0 \/ \d+ 项/).waitFor();
    await page.locator(".evidence .el-checkbox").first().click();
    await page.getByText(/已备 1 \/ \d+ 项/).waitFor();
    await walker.look("before-acting");
    await page.getByRole("textbox", { name: "查找" }).fill("应急");
    await page.waitForTimeout(200);
    assert.ok((await page.locator("[data-list=positive] li").count()) < all, "words narrow the lists");
  }));

test("a citizen checks a matter by keyboard alone, from nothing to a result", () =>
  journey(async (page, walker) => {
    await walker.go("/self-check");
    await page.getByRole("combobox", { name: "行为起始日" }).waitFor();
    await walker.look("self-check-begin");
    await tabTo(page, "行政区划");
    await page.keyboard.type("嵊泗");
    await page.getByRole("option", { name: "嵊泗县" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/jurisdiction=330922/);
    await tabTo(page, "对象身份");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "党员" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/status=PARTY_MEMBER/);
    await tabTo(page, "行为起始日");
    await page.keyboard.type("2099-03-01");
    await page.keyboard.press("Enter");
    await page.getByText("日期在将来").waitFor();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("2025-03-01");
    await page.keyboard.press("Enter");
    await page.getByText("日期在将来").waitFor({ state: "detached" });
    await tabTo(page, "开始自测");
    await page.keyboard.press("Enter");

    await page.getByText(/第 1 题/).waitFor();
    let asked = 0;
    for (; asked < 40; asked++) {
      const at = await standing(page, asked + 1);
      if (at === "result") break;
      const fact = page.locator(".question .fact");
      const given = FACTS[await fact.getAttribute("data-item")];
      if (asked === 3) await walker.look("self-check-question");
      const number = fact.locator("input[inputmode=decimal]");
      if (await number.count()) {
        await page.keyboard.type("约0.5");
        await page.keyboard.press("Enter");
        await fact.getByText("请填数字").waitFor();
        await page.keyboard.press("ControlOrMeta+A");
        await page.keyboard.type(String(given));
      } else {
        const choices = await fact.locator(".el-radio").allInnerTexts();
        const wanted = given === true ? "是" : given === false ? "否" : given;
        // The first is taken by the space bar, others are reached by the arrows.
        await page.keyboard.press("Space");
        for (let i = 0; i < choices.indexOf(wanted); i++) await page.keyboard.press("ArrowDown");
        await fact.locator(".el-radio.is-checked").getByText(wanted, { exact: true }).waitFor();
      }
      await page.keyboard.press("Enter");
    }
    await page.locator("[data-part=result]").waitFor();
    assert.ok(asked > 2, "something was asked");
    assert.equal(await page.locator("[data-possible=true]").count(), 1, "one outcome is left");
    await page.locator("[data-part=result] [data-outcome=EXEMPT]").first().waitFor();
    await page
      .getByText(/认定建议第 \d+ 行/)
      .first()
      .waitFor();
    await page.getByText("不作为认定依据").first().waitFor();
    await walker.look("self-check-result");
    await page.emulateMedia({ media: "print" });
    await page.getByText("打印日期").waitFor();
    await page.getByText("嵊泗县", { exact: true }).waitFor();
    await page.getByText("2025年3月1日", { exact: true }).waitFor();
    assert.equal(await page.getByRole("button", { name: "重新开始" }).count(), 0, "controls do not print");
    const cut = await page.locator(".answers").evaluate((list) => list.scrollHeight - list.clientHeight);
    assert.ok(cut <= 0, "no answer is cut on paper");
    await walker.look("self-check-print", { wide: false, axe: false });
    await page.emulateMedia({ media: "screen" });

    // Going back to an answer asks it again; leaving asks first, since nothing is kept.
    await page.locator(".answers button").first().focus();
    await page.keyboard.press("Enter");
    await page.getByText(/第 1 题/).waitFor();
    await page.getByRole("link", { name: "首页" }).click();
    await page.getByRole("button", { name: "留在本页" }).click();
    await page.getByText(/第 1 题/).waitFor();
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    assert.ok(!kept.includes("已主动挽回"), "no answer is stored in the browser");
  }));

/** Waits for the question with this number, or for the result. */
async function standing(page, number) {
  const next = page.getByText(new RegExp(`第 ${number} 题`));
  const result = page.locator("[data-part=result]");
  await next.or(result).first().waitFor();
  return (await result.count()) ? "result" : "question";
}

async function tabTo(page, name) {
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press("Tab");
    const reached = await page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );
    if (reached.includes(name)) return;
  }
  assert.fail(`${name} is not reached by Tab`);
}
