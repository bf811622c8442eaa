// Logging in, and what happens when the login ends, the language changes or the network is away, in the middle of work.
import assert from "node:assert/strict";
import { test } from "node:test";
import { call, CONSOLE, journey } from "./browser.mjs";

const KEPT = "rongcuo.demo.login";

/** Makes the login kept in the tab one that the server takes no longer, as a token that has run out. */
async function expire(page) {
  await page.evaluate((kept) => sessionStorage.setItem(kept, `Basic ${btoa("nobody:nothing")}`), KEPT);
}

/** The refusals that a journey is about stand on the browser's console as well. */
function expected(walker, pattern) {
  const told = walker.errors.splice(0);
  assert.ok(
    told.every((each) => pattern.test(each)),
    told.join("\n"),
  );
}

/** A task of an editor's own, to be completed: a document from above that affects a book. */
async function aTask(title) {
  await call("policy-editor.330922", "POST", "/superior-documents", {
    title,
    issuer: "演示·上级机关",
    issuedOn: "2026-01-05",
    books: ["330922/tolerance"],
  });
  const { value } = await call("policy-editor.330922", "GET", "/tasks?state=OPEN&limit=200");
  return value.items.filter((task) => task.kind === "SUPERIOR_DOCUMENT").at(-1);
}

test("the login page offers the demo's persons by what one wants to try", () =>
  journey(async (page, walker) => {
    await walker.go("/cases");
    await page.waitForURL(/\/login\?then=/);
    await page.getByRole("heading", { name: "改规则" }).waitFor();
    assert.equal(
      await page.getByRole("link", { name: "登录", exact: true }).getAttribute("href"),
      "/console/login?then=/cases",
      "the way back is not nested",
    );
    await walker.look("login");
    await page.getByRole("textbox").fill("嵊泗 承办人");
    assert.equal(await page.locator("[data-login]").count(), 2, "the search narrows the list");
    await page.locator("[data-login='handler.330922']").click();
    await page.waitForURL(/\/console\/cases$/);
    await page.getByRole("button", { name: "当前登录:演示·嵊泗承办人甲" }).click();
    await page.getByRole("menuitem", { name: "退出登录" }).click();
    await page.getByRole("link", { name: "登录" }).waitFor();
    await walker.enterAs("handler.330922");
    await page.getByRole("heading", { name: "接下来可以做" }).waitFor();
    await page.getByRole("button", { name: "当前登录:演示·嵊泗承办人甲" }).click();
    await page.getByRole("menuitem", { name: "退出登录" }).click();
    await page.getByRole("link", { name: "登录" }).waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0, "nothing is left in the tab");
  }));

test("a login that ends in the middle of a form waits there, and the same act goes out after the new login", () =>
  journey(async (page, walker) => {
    const task = await aTask(`上级文件 ${Date.now()}`);
    await walker.enterAs("policy-editor.330922");
    await walker.go("/tasks");
    await page.locator(`[data-task="${task.id}"]`).getByRole("button", { name: "办结" }).click();
    const remark = "已对照,本办法无需修改";
    await page.getByRole("textbox", { name: "办理结果" }).fill(remark);
    await expire(page);

    const sent = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/completion"))
        sent.push({ key: request.headers()["idempotency-key"], body: request.postData() });
    });
    await page.getByRole("dialog").getByRole("button", { name: "办结", exact: true }).click();
    await page.getByText("登录已失效").waitFor();
    await walker.look("login-ended");
    assert.equal(
      await page.getByRole("textbox", { name: "办理结果" }).inputValue(),
      remark,
      "what was filled in is there",
    );
    await page.locator("[data-login='policy-editor.330922']").click();
    await page.getByText("已办结").waitFor();
    assert.equal(sent.length, 2, "it went out again");
    assert.deepEqual(sent[1], sent[0], "with the same key and body");
    const { value } = await call("policy-editor.330922", "GET", "/tasks?state=DONE&limit=200");
    assert.equal(value.items.find((each) => each.id === task.id).remark, remark);
    expected(walker, /401/);
  }));

test("somebody else who logs in then leaves the page, and nothing of the first person's goes out", () =>
  journey(async (page, walker) => {
    const task = await aTask(`上级文件 ${Date.now()}`);
    await walker.enterAs("policy-editor.330922");
    await walker.go("/tasks");
    await page.locator(`[data-task="${task.id}"]`).getByRole("button", { name: "办结" }).click();
    await page.getByRole("textbox", { name: "办理结果" }).fill("由别人按下");
    await expire(page);
    let sent = 0;
    page.on("request", (request) => request.url().endsWith("/completion") && sent++);
    await page.getByRole("dialog").getByRole("button", { name: "办结", exact: true }).click();
    await page.getByText("登录已失效").waitFor();
    await page.locator("[data-login='policy-editor.330922-2']").click();
    await page.waitForURL(/\/console\/$/);
    await page.getByRole("heading", { name: /嵊泗政策人员乙/ }).waitFor();
    assert.equal(sent, 1, "only the refused try went out");
    const { value } = await call("policy-editor.330922", "GET", "/tasks?state=OPEN&limit=200");
    assert.ok(
      value.items.some((each) => each.id === task.id),
      "the task is open still",
    );
    expected(walker, /401/);
  }));

test("the language changes in place, with what is filled in", () =>
  journey(async (page, walker) => {
    await walker.go("/before-acting?jurisdiction=330922");
    await page.getByRole("textbox", { name: "查找" }).fill("决策");
    await page.locator("[data-list=positive] li").first().waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Before acting" }).waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Find" }).inputValue(), "决策");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.match(await page.title(), /^Before acting/);
    assert.match(page.url(), /before-acting\?jurisdiction=330922/);
    await walker.look("before-acting-en");
    await walker.go("/login");
    await page.getByRole("heading", { name: "Change rules" }).waitFor();
    await walker.look("login-en", { wide: false });
    await walker.go("/rules?jurisdiction=330922");
    await page.getByText("Positive list").first().waitFor();
    await walker.look("rules-en", { wide: false });
    await walker.go("/");
    await page.getByRole("heading", { name: "Room for honest mistakes" }).waitFor();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "鼓励创新" }).waitFor();
    await walker.look("home");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
  }));

test("a network that is away is told, and what was asked for comes when it is back", () =>
  journey(async (page, walker) => {
    await walker.go("/before-acting?jurisdiction=330922");
    await page.locator("[data-list=positive] li").first().waitFor();
    await page.getByRole("textbox", { name: "查找" }).fill("应急");
    await page.context().setOffline(true);
    await page.getByText("连接不到服务。填写的内容仍在本页").waitFor();
    await walker.look("away", { wide: false });
    await page.context().setOffline(false);
    await page.getByText("连接不到服务。填写的内容仍在本页").waitFor({ state: "detached" });
    assert.equal(await page.getByRole("textbox", { name: "查找" }).inputValue(), "应急");
    expected(walker, /ERR_INTERNET_DISCONNECTED/);
  }));

test("a self-check that asks too often waits as long as it is told, and goes on by itself", () =>
  journey(async (page, walker) => {
    let refusals = 0;
    await page.route("**/api/v1/evaluations", async (route) => {
      if (refusals++ === 1)
        return route.fulfill({
          status: 429,
          headers: { "Retry-After": "2", "Content-Type": "application/problem+json" },
          body: JSON.stringify({
            type: "/problems/too-many-requests",
            title: "请求过于频繁",
            status: 429,
            code: "too-many-requests",
          }),
        });
      return route.continue();
    });
    await page.goto(`${CONSOLE}/console/self-check?jurisdiction=330922&status=PARTY_MEMBER`);
    await page.getByRole("combobox", { name: "行为起始日" }).fill("2025-03-01");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "开始自测" }).click();
    await page.getByText(/第 1 题/).waitFor();
    await page.locator(".question .el-radio").first().click();
    await page.getByRole("button", { name: "下一题" }).click();
    await page.getByText(/秒后自动继续/).waitFor();
    await page.getByText(/第 2 题/).waitFor();
    expected(walker, /429/);
  }));
