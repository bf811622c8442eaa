// What a version advises, what its tests and differences say, and what stands against its approval, in all their states.
import assert from "node:assert/strict";
import { test } from "node:test";
import { actOn, APPROVER, BOOK, discard, EDITOR, newDraft, rewrite } from "./book.mjs";
import { act, call, journey } from "./browser.mjs";
import { pastCase } from "./past.mjs";

const placeOf = (number) => `${BOOK}/versions/${number}`;

/** Walks about one draft of its own, which is cleared away afterwards. */
async function withDraft(walk) {
  const number = await newDraft();
  try {
    await journey(async (page, walker) => {
      await walker.go("/");
      await walker.enterAs(EDITOR);
      await walk(page, walker, number, placeOf(number));
    });
  } finally {
    await discard(number);
  }
}

const choose = (page, item, answer) =>
  page.locator(`[data-item="${item}"]`).getByText(answer, { exact: true }).first().click();

test("a trial asks only what still matters, tells why, and can be kept as a test", async () => {
  await withDraft(async (page, walker, number, place) => {
    await walker.go(`${place}/trial`);
    await page.locator("[data-advice]", { hasText: "需人工研判" }).waitFor();
    await walker.look("trial-empty");

    await choose(page, "privateGain", "为个人");
    await page.locator("[data-advice]", { hasText: "不予容错" }).waitFor();
    await page.locator(".section.open", { hasText: "没有还需要回答的事项" }).waitFor();
    await page.locator('[data-decision="bottomLine"] tr.selected').waitFor();
    assert.ok((await page.locator('[data-decision="bottomLine"] td.failed').count()) > 0, "failed cells are painted");
    await walker.look("trial-bottom-line", { handbook: "trial" });

    await page.getByRole("button", { name: "存为测试" }).click();
    await page.locator("[data-save-test]").click();
    await page.getByText("请写明测试名称").waitFor();
    await page.locator("[data-test-name]").fill("演练:为个人谋利的,不论其余");
    await walker.look("trial-save", { wide: false });
    await page.locator("[data-save-test]").click();
    await page.getByText("已存为第 094 号测试").waitFor();

    await walker.go(`${place}/tests`);
    await page.locator("[data-test-summary]", { hasText: "通过 94" }).waitFor();
    await page.locator('[data-test="094"]').getByRole("button", { name: "查看" }).click();
    await page.locator(".el-drawer").getByText("为个人").first().waitFor();
    await page.waitForTimeout(400);
    await walker.look("test-detail", { wide: false });
    await page.keyboard.press("Escape");
    await page.locator('[data-test="094"]').getByRole("button", { name: "修改" }).click();
    await page.locator('.el-drawer [data-expected="tolerability"]').waitFor();
    await page.locator("[data-take-over]").click();
    await page.waitForTimeout(400);
    await walker.look("test-form", { wide: false });
    await page.locator("[data-save-test]").click();
    await page.locator(".el-drawer").waitFor({ state: "hidden" });
    await page.locator('[data-test="094"]').getByRole("button", { name: "删除" }).click();
    await page.locator(".el-message-box").getByRole("button", { name: "确定" }).click();
    await page.locator("[data-test-summary]", { hasText: "共 93 例" }).waitFor();

    await page.locator('[data-test="001"]').getByRole("button", { name: "查看" }).click();
    await page.getByRole("button", { name: "以此试算" }).click();
    await page.locator("[data-advice]", { hasText: "免责" }).waitFor();
    await page.locator('[data-decision="tolerability"] tr.selected').waitFor();
    await walker.look("trial-exempt");
  });
});

test("differences: none, in words only, and with an example that can be tried", async () => {
  await withDraft(async (page, walker, number, place) => {
    await walker.go(`${place}/diff`);
    await page.getByText("两版内容完全相同").waitFor();
    await walker.look("diff-same", { wide: false });

    await rewrite(number, (model) => model.replace("没有纠错<", "没有任何纠错<"));
    await walker.go(`${place}/diff`);
    await page.getByText("结论处处相同").waitFor();
    await page.locator("[data-rules]", { hasText: "没有任何纠错" }).waitFor();
    await walker.look("diff-equivalent", { wide: false });

    await rewrite(number, (model) => model.replace(/(id="minor_r\d_c3">\s*<text>\S+ )1</g, (_, cell) => `${cell}1.1<`));
    await walker.go(`${place}/diff`);
    await page.locator("[data-try-first]").first().click();
    await page.locator("[data-advice]", { hasText: "减责" }).waitFor();
    await walker.look("diff-tried", { wide: false });
  });
});

test("what stands against approval is told in words, with a counter-example as a filled form", async () => {
  await withDraft(async (page, walker, number, place) => {
    await rewrite(number, (model) => model.replace(/<rule id="bottomLine_r1">[\s\S]*?<\/rule>/, ""));
    await walker.go(`${place}/approval`);
    await page.locator("[data-counter-example]").waitFor();
    const example = page.locator('[data-gate="parent-bottom-line-loosened"]');
    await example.getByText("《舟山市容错免责认定》得出“不予容错”").waitFor();
    await example.locator(".marked", { hasText: "谋取利益情况" }).waitFor();
    await page.locator('[data-gate="test-failed"]').waitFor();
    await page.locator('[data-gate="impact-missing"]').waitFor();
    await walker.look("approval-counter-example", { handbook: "approval" });

    await page.locator('[data-gate="impact-missing"] a').click();
    await page.getByText("还没有回放过").waitFor();
    await walker.look("impact-none", { wide: false });
  });
});

test("a submission that comes too late is told what changed and goes on; a returned one says why", async () => {
  await withDraft(async (page, walker, number, place) => {
    await walker.go(`${place}/approval`);
    await page.locator("[data-submit]").waitFor();
    await page.locator("textarea[data-note], [data-note] textarea").first().fill("只改文字");
    const { value: suite } = await call(EDITOR, "GET", `${place}/tests`);
    const { etag } = await call(EDITOR, "GET", place);
    await call(EDITOR, "PUT", `${place}/tests`, { cases: suite.cases.slice(1) }, { "If-Match": etag });
    await page.locator("[data-submit]").click();
    await page
      .locator(".el-message-box", { hasText: "没有影响报告" })
      .getByRole("button", { name: "仍要送审" })
      .click();
    await page.locator("[data-stale]", { hasText: "保存测试" }).waitFor();
    await page.locator("[data-blockers] h2").waitFor();
    // The browser itself notes a refused request on its console.
    walker.errors.length = 0;
    await walker.look("approval-stale", { wide: false });
    await page.locator("[data-stale] button").click();
    await page.locator("[data-status].IN_REVIEW", { hasText: "只改文字" }).waitFor();

    await walker.enterAs(APPROVER);
    await walker.go(`${place}/approval`);
    await page.locator("[data-why-not]", { hasText: "没有影响报告" }).waitFor();
    assert.ok(await page.locator("[data-approve]").isDisabled(), "what must be mended comes first");
    await walker.look("approval-not-yet");

    const back = page.locator('[data-act="return"]');
    await back.locator("summary").click();
    await back.getByRole("button", { name: "退回修改" }).click();
    await back.getByText("请写明退回意见").waitFor();
    await back.locator("textarea").fill("请补上删去的测试");
    await back.getByRole("button", { name: "退回修改" }).click();
    await page.locator("[data-status].DRAFT", { hasText: "请补上删去的测试" }).waitFor();
    await walker.look("approval-returned", { wide: false });
  });
});

test("the approver who drafted it is told so; nobody approves alone", async () => {
  const number = await newDraft();
  try {
    await actOn(EDITOR, number, "submission", { note: "原样送审" });
    await journey(async (page, walker) => {
      await walker.go("/");
      await walker.enterAs(EDITOR);
      await walker.go(`${placeOf(number)}/approval`);
      await page.getByText("批准由政策审批人办理").waitFor();
      await page.getByRole("button", { name: "English" }).click();
      await page.getByText("Policy approvers approve").waitFor();
      await page.getByText("What stands against approval").waitFor();
      await walker.look("approval-english", { wide: false });
      for (const part of ["trial", "tests", "diff", "impact"]) {
        await walker.go(`${placeOf(number)}/${part}`);
        await page.locator(".waiting, [aria-live] .el-skeleton").first().waitFor({ state: "hidden" });
        await page.waitForLoadState("networkidle");
        await walker.look(`english-${part}`, { wide: false });
      }
    });
  } finally {
    await discard(number);
  }
});

test("rows that no test hits can be excused in writing, a table at a time", async () => {
  await withDraft(async (page, walker, number, place) => {
    const { value: suite } = await call(EDITOR, "GET", `${place}/tests`);
    const { etag } = await call(EDITOR, "GET", place);
    await call(EDITOR, "PUT", `${place}/tests`, { cases: suite.cases.slice(0, 40) }, { "If-Match": etag });
    await walker.go(`${place}/tests`);
    await page.locator("[data-coverage] tr.untested").first().waitFor();
    await walker.look("tests-uncovered");

    await walker.go(`${place}/approval`);
    const blockers = page.locator('[data-gate="row-untested"]');
    await blockers.first().waitFor();
    const before = await blockers.count();
    await blockers.first().locator("textarea").fill("该表由上级统一规定,另行核对过");
    await walker.look("approval-untested");
    await page.locator("[data-submit]").click();
    await page
      .locator(".el-message-box", { hasText: "没有影响报告" })
      .getByRole("button", { name: "仍要送审" })
      .click();
    await page.locator("[data-status].IN_REVIEW").waitFor();
    await page.locator(".blocker.lifted").first().waitFor();
    assert.equal(await blockers.count(), before, "each table stands once, lifted or not");
  });
});

test("an impact report says whether it is of what stands now; who may see the cases goes on to them", async () => {
  await withDraft(async (page, walker, number, place) => {
    const facts = { reformCircumstance: "无", sameErrorBefore: true, diligence: "一般疏忽", loss: 1.05 };
    const past = await pastCase("示例:损失 1.05 万元", facts);
    const raise = (to) =>
      rewrite(number, (model) =>
        model.replace(/(id="minor_r\d_c3">\s*<text>\S+ )[\d.]+</g, (_, cell) => `${cell}${to}<`),
      );
    await raise("1.1");
    await walker.go(`${place}/impact`);
    await page.getByText("筛选(可不填)").click();
    await page.locator(".el-select", { has: page.getByRole("combobox", { name: "领域" }) }).click();
    await page.getByRole("option", { name: "审计" }).click();
    await page.locator("[data-start-replay]").click();
    await page.locator("[data-report]", { hasText: "不能作为批准的依据" }).waitFor();
    await walker.look("impact-filtered", { wide: false });

    await walker.go(`${place}/impact`);
    await page.locator("[data-report]").waitFor();
    await page.locator("[data-start-replay]").click();
    await page.locator("[data-report]", { hasText: "针对草案现在的内容" }).waitFor();
    await page.locator("[data-cases]", { hasText: "看不到其中的案件" }).waitFor();
    await raise("1.2");
    await walker.go(`${place}/impact`);
    await page.locator("[data-report]", { hasText: "须重新回放" }).waitFor();

    await walker.enterAs("inspector.330900");
    await walker.go(`${place}/impact`);
    await page.locator(`[data-cases] a[href$="${past.id}"]`).waitFor();
    await walker.look("impact-inspector");
  });
});

test("a book of limits is tried and tested with its several results", async () => {
  await journey(async (page, walker) => {
    await walker.go("/");
    await walker.enterAs("policy-editor.330900");
    const { value: draft } = await call("policy-editor.330900", "POST", "/policies/330900/procedure/versions");
    const place = `/policies/330900/procedure/versions/${draft.number}`;
    try {
      await walker.go(`${place}/trial`);
      await choose(page, "complexity", "普通");
      await page.locator('[data-item="step"] .el-select').click();
      await page.getByRole("option", { name: "核实" }).click();
      await page.locator('[data-decision="limit"] h3', { hasText: "时限 30" }).waitFor();
      await walker.look("trial-limits");
      await walker.go(`${place}/tests`);
      await page.locator('[data-test="001"]').getByRole("button", { name: "修改" }).click();
      const limit = page.locator('.el-drawer [data-expected="limit"]');
      await limit.getByLabel("时限").fill("6");
      await limit.getByLabel("时限").press("Tab");
      await walker.look("test-limits", { wide: false });
      await page.locator("[data-save-test]").click();
      await page.locator('[data-test="001"]', { hasText: "时限 6" }).waitFor();
      await walker.look("tests-limits", { wide: false });
    } finally {
      await act("policy-editor.330900", place, "withdrawal", { reasons: "演练结束" });
    }
  });
});
