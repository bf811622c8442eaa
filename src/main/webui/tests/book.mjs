// A book's versions, as a journey prepares them through the API.
import { act, call } from "./browser.mjs";

export const EDITOR = "policy-editor.330922";
export const APPROVER = "policy-approver.330922";
export const BOOK = "/policies/330922/tolerance";

/** A fresh draft from the latest approved version. @returns its number */
export async function newDraft() {
  const { value } = await call(EDITOR, "POST", `${BOOK}/versions`);
  return value.number;
}

/** Changes the draft's model as text and saves it. */
export async function rewrite(number, change) {
  const path = `${BOOK}/versions/${number}`;
  const { value: model } = await call(EDITOR, "GET", `${path}/model`);
  const { etag } = await call(EDITOR, "GET", path);
  const changed = change(model);
  if (changed === model) throw new Error("nothing was changed");
  return call(EDITOR, "PUT", `${path}/model`, changed, { "If-Match": etag, "Content-Type": "application/xml" });
}

/** An act on a version as it stands now. */
export function actOn(login, number, noun, body) {
  return act(login, `${BOOK}/versions/${number}`, noun, body);
}

/** Clears a draft away, so that the next run finds the book as this one did. */
export async function discard(number) {
  const { value: version } = await call(EDITOR, "GET", `${BOOK}/versions/${number}`);
  if (version.status === "WITHDRAWN") return;
  await actOn(version.status === "APPROVED" ? APPROVER : EDITOR, number, "withdrawal", { reasons: "演练结束" });
}
