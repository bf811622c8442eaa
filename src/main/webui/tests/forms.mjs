// Acts on a case through the forms that the console makes from the contract.
import assert from "node:assert/strict";

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

/** The form of one act, filled as a person fills it. Fields are told by their JSON pointer. */
export class ActForm {
  constructor(page, act) {
    this.page = page;
    this.form = page.locator(`[data-act-form="${act}"]`);
  }

  static async open(page, act) {
    await page.locator(`[data-act="${act}"]`).click();
    const form = new ActForm(page, act);
    await form.form.waitFor();
    return form;
  }

  field(pointer) {
    return this.form.locator(`[data-field="${pointer}"]`);
  }

  async write(pointer, text) {
    await this.field(pointer).locator("textarea, input").first().fill(text);
  }

  async on(pointer, day = today) {
    await this.field(pointer).locator("input").fill(day);
    await this.page.keyboard.press("Enter");
  }

  async check(pointer, label) {
    await this.field(pointer).getByText(label, { exact: true }).click();
  }

  /** Chooses a record or a code out of a list. */
  async choose(pointer, ...labels) {
    const field = this.field(pointer);
    for (const label of labels) {
      await field.locator(".el-select__wrapper").click();
      await this.page.getByRole("option", { name: label }).first().click();
    }
    // A list of several stays open until it is left.
    await this.page.keyboard.press("Tab");
  }

  async add(pointer) {
    await this.field(pointer).getByRole("button", { name: /^添加/ }).click();
  }

  async send() {
    await this.form.locator("button[type=submit]").click();
  }

  /** Sends it, and it is done: the form has gone. */
  async done() {
    await this.send();
    await this.form.waitFor({ state: "detached" });
  }

  /** What is told at a field. */
  async wrong(pointer) {
    const told = this.field(pointer).locator(".el-form-item__error");
    await told.waitFor();
    assert.ok((await told.innerText()).trim());
  }
}
