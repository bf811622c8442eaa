// A number is typed as a whole: nothing is taken while it is typed, and the question stays where it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { journey } from "./browser.mjs";

test("a number is taken as a whole when all questions are listed, and the question stays until it is left", () =>
  journey(async (page, walker) => {
    await walker.go("/self-check?jurisdiction=330922&status=PARTY_MEMBER");
    await page.getByRole("combobox", { name: "行为起始日" }).fill("2025-03-01");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "开始自测" }).click();
    await page.getByText(/第 1 题/).waitFor();
    await page.getByText("全部列出", { exact: true }).click();
    const loss = page.locator(".section.open [data-item=loss]");
    await loss.locator("input").click();
    await page.keyboard.type("12.75", { delay: 120 });
    assert.equal(await loss.locator("input").inputValue(), "12.75", "nothing is taken away while it is typed");
    await page.keyboard.press("Enter");
    await page.locator(".answers").getByText("12.75").waitFor();
    assert.equal(await loss.count(), 1, "the question stays while it is answered");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.locator(".section.answered [data-item=loss]").waitFor();
    await walker.look("self-check-all");
  }));

test("the same when a book is tried", () =>
  journey(async (page, walker) => {
    await walker.go("/");
    await walker.enterAs("policy-editor.330922");
    await walker.go("/policies/330922/tolerance/versions/1/trial");
    const loss = page.locator(".section.open [data-item=loss]");
    await loss.locator("input").click();
    await page.keyboard.type("12.75", { delay: 120 });
    await page.waitForTimeout(500);
    assert.equal(await loss.locator("input").inputValue(), "12.75", "nothing is taken away while it is typed");
    // Leaving the field takes it as well.
    await page.getByRole("heading", { name: "建议", exact: true }).click();
    const given = page.locator(".section.answered [data-item=loss] input");
    await given.waitFor();
    assert.equal(await given.inputValue(), "12.75");
    await page.getByText("逐项询问", { exact: true }).click();
    const first = page.locator(".section.open .fact").first();
    const asked = await first.getAttribute("data-item");
    // Chosen by pointer, the answer is taken and the next question comes.
    await first.locator(".el-radio").first().click();
    await page.locator(`.section.answered [data-item="${asked}"]`).waitFor();
  }));
