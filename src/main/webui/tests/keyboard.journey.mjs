// The tables without a mouse: into the table, from cell to cell, to the panel and back; a threshold is changed by keys.
import assert from "node:assert/strict";
import { test } from "node:test";
import { act, call, journey } from "./browser.mjs";

const EDITOR = "policy-editor.330922";
const BOOK = "/policies/330922/tolerance";

/** The cell in which the keyboard is. */
const here = (page) => page.evaluate(() => document.activeElement?.closest("td")?.dataset.elementId ?? "");
const press = async (page, ...keys) => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(80);
  }
};

/** Tab until it holds. */
async function tabTo(page, holds, most = 80) {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate(holds)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail("Tab does not lead there");
}

test("a threshold is changed by keyboard alone", async () => {
  const { value } = await call(EDITOR, "POST", `${BOOK}/versions`);
  const place = `${BOOK}/versions/${value.number}`;
  try {
    await journey(async (page, walk) => {
      await walk.enterAs(EDITOR);
      await walk.go(`${place}/tables`);
      await page.locator("[data-table] td[data-element-id]").first().waitFor();
      await tabTo(page, () => document.activeElement?.matches('[data-decision="minor"]'));
      await press(page, "Enter");
      await page.locator('[data-table] td[data-element-id="minor_r1_c3"]').waitFor();
      await tabTo(page, () => document.activeElement?.matches("[data-table]"));
      await press(page, "Enter");
      assert.equal(await here(page), "minor_r1_c1", "Enter goes into the first cell");
      await press(page, "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowRight");
      assert.equal(await here(page), "minor_r1_c2", "arrows go from cell to cell");
      await press(page, "Tab", "Shift+Tab", "Tab");
      assert.equal(await here(page), "minor_r1_c3", "so does Tab");
      await page.keyboard.type("<= 2");
      await press(page, "ArrowLeft");
      assert.equal(await here(page), "minor_r1_c3", "in a text the arrows stay in it");
      await press(page, "ArrowDown");
      assert.equal(await here(page), "minor_r2_c3");

      // The other row by the panel: F2 goes there, Escape comes back.
      await press(page, "F2");
      const inPanel = () => document.activeElement?.closest("section")?.getAttribute("aria-label");
      assert.equal(await page.evaluate(inPanel), "所选单元格");
      const outline = await page
        .locator('[data-table] td[data-element-id="minor_r2_c3"]')
        .evaluate((td) => getComputedStyle(td).outlineStyle);
      assert.equal(outline, "solid", "the selected cell is seen while the keyboard is in the panel");
      await walk.look("keyboard-panel", { wide: false });
      await tabTo(page, () => document.activeElement?.matches('input[type="number"]'), 10);
      await press(page, "Control+a");
      await page.keyboard.type("2");
      await press(page, "Escape");
      assert.equal(await here(page), "minor_r2_c3", "Escape comes back to the cell");
      await press(page, "Escape");
      assert.ok(await page.evaluate(() => document.activeElement?.matches("[data-table]")));

      await press(page, "Control+s");
      await page.locator("[data-save-state]", { hasText: "已保存" }).waitFor();
      await page.getByText("各表均已证明完整且无矛盾").waitFor({ timeout: 60_000 });
      const { value: model } = await call(EDITOR, "GET", `${place}/model`);
      assert.ok(model.includes("<text>&lt;= 2</text>") && model.includes("<text>&gt; 2</text>"));

      // Rows by the toolbar, at the selected cell.
      await press(page, "Shift+Tab", "Shift+Tab");
      assert.ok(await page.evaluate(() => document.activeElement?.closest('[role="toolbar"]') !== null));
    });
  } finally {
    await act(EDITOR, place, "withdrawal", { reasons: "试用完毕" });
  }
});

test("a table that is only read is walked by keyboard too", async () => {
  await journey(async (page, walk) => {
    await walk.enterAs(EDITOR);
    await walk.go(`${BOOK}/versions/1/tables?decision=minor`);
    await page.locator('[data-table] td[data-element-id="minor_r1_c3"]').waitFor();
    await tabTo(page, () => document.activeElement?.matches("[data-table]"));
    await press(page, "Enter", "ArrowDown", "ArrowRight");
    await page.getByText("第 2 行 ·").waitFor();
  });
});
