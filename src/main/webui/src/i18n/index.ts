import { computed } from "vue";
import { createI18n } from "vue-i18n";
import * as cases from "@/cases/messages";
import * as forms from "@/forms/messages";
import * as common from "@/parts/messages";
import * as meetings from "@/meetings/messages";
import * as policy from "@/policy/messages";
import * as rules from "@/rules/messages";
import * as shell from "@/shell/messages";
import * as tables from "@/tables/messages";
import * as terms from "./terms";

/** Chinese is the language of the product; English has the same keys, which the compiler sees to. */
const zh = {
  common: common.zh,
  forms: forms.zh,
  shell: shell.zh,
  policy: policy.zh,
  rules: rules.zh,
  cases: cases.zh,
  meetings: meetings.zh,
  tables: tables.zh,
  term: terms.zh,
};
const en: typeof zh = {
  common: common.en,
  forms: forms.en,
  shell: shell.en,
  policy: policy.en,
  rules: rules.en,
  cases: cases.en,
  meetings: meetings.en,
  tables: tables.en,
  term: terms.en,
};

export type Language = "zh" | "en";
const KEPT = "rongcuo.language";

export const i18n = createI18n({
  legacy: false,
  locale: (localStorage.getItem(KEPT) ?? "zh") as Language,
  fallbackLocale: "zh",
  messages: { zh, en },
});

/** The language that the person reads, as Accept-Language has it. */
export const language = computed<Language>(() => i18n.global.locale.value as Language);

export function speak(chosen: Language): void {
  i18n.global.locale.value = chosen;
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
}

/** For code outside components; components use useI18n. */
export function translate(key: string, values: Record<string, unknown> = {}): string {
  return i18n.global.t(key, values);
}

/** The label of a code of the contract, such as term("VersionStatus", "DRAFT"); a code not known here stands for itself. */
export function term(kind: keyof typeof terms.zh, code: string | null | undefined): string {
  if (!code) return "";
  const key = `term.${kind}.${code}`;
  return i18n.global.te(key, i18n.global.locale.value) ? i18n.global.t(key) : code;
}

/** What was done, as the ledger and answers of stale writes name it: "org.rongcuo.policy.draft-saved". */
export function ledgerEntry(type: string): string {
  return term("LedgerEntry", type.split(".").pop());
}
