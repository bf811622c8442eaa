// What the editor saves passes the gate unchanged: every seed book is opened, touched, saved, and its content hash is the same.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { act, call, journey } from "./browser.mjs";

const EDITOR = "policy-editor.000000";
const SEEDS = join(dirname(fileURLToPath(import.meta.url)), "../../../../dmn");

const seeds = readdirSync(SEEDS).flatMap((jurisdiction) =>
  readdirSync(join(SEEDS, jurisdiction)).flatMap((name) =>
    readdirSync(join(SEEDS, jurisdiction, name))
      .filter((file) => /^v\d+\.dmn$/.test(file))
      .map((file) => ({
        policy: `${jurisdiction}/${name}`,
        xml: readFileSync(join(SEEDS, jurisdiction, name, file), "utf8"),
        file,
      })),
  ),
);

const state = (page) => page.locator("[data-save-state]");

async function saved(page) {
  await page.keyboard.press("Control+s");
  await state(page).filter({ hasText: "已保存" }).waitFor({ timeout: 60_000 });
}

for (const { policy, xml, file } of seeds) {
  test(`${policy} ${file} keeps its content hash through the editor`, async () => {
    const draft = await call(EDITOR, "POST", `/policies/${policy}/versions`, xml, {
      "Content-Type": "application/xml",
    });
    const place = `/policies/${policy}/versions/${draft.value.number}`;
    const before = draft.value.contentHash;
    const hash = async () => (await call(EDITOR, "GET", place)).value.contentHash;
    try {
      await journey(async (page, walk) => {
        await walk.enterAs(EDITOR);
        await walk.go(`${place}/tables`);
        const decisions = page.locator("[data-decision]");
        await decisions.first().waitFor();
        for (let i = 0; i < (await decisions.count()); i++) {
          await decisions.nth(i).click();
          await page.locator("[data-table] .dmn-js-parent > *").first().waitFor();
        }
        // A letter more and less in a note: dmn-js has written the whole model.
        let note;
        for (let i = 0; i < (await decisions.count()); i++) {
          await decisions.nth(i).click();
          await page.waitForTimeout(150);
          note = page.locator("[data-element-id$='__note0'] [contenteditable]").first();
          if (await note.count()) break;
        }
        await note.click();
        await page.keyboard.press("End");
        await page.keyboard.type("x");
        await state(page).filter({ hasText: "未保存" }).waitFor();
        await page.keyboard.press("Backspace");
        await page.waitForTimeout(400);
        await saved(page);
        assert.equal(await hash(), before, "tables");

        await walk.go(`${place}/items`);
        const items = page.locator("[data-item]");
        await page.getByLabel("查找事项").waitFor();
        if (await items.count()) {
          await items.first().click();
          const evidence = page.getByLabel("佐证材料", { exact: true });
          const text = await evidence.inputValue();
          await evidence.fill(`${text}x`);
          await evidence.fill(text);
          await saved(page);
          assert.equal(await hash(), before, "items");
        }
      });
    } finally {
      await act(EDITOR, place, "withdrawal", { reasons: "往返检查" });
    }
  });
}
