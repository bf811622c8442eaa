import { language, translate } from "@/i18n";

const locale = () => (language.value === "zh" ? "zh-CN" : "en-GB");

/** An instant as people in the city read it (Asia/Shanghai), to the minute. */
export function instant(iso: string | null | undefined): string {
  if (!iso) return "";
  return new Intl.DateTimeFormat(locale(), {
    timeZone: "Asia/Shanghai",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(iso));
}

/** A calendar day "2026-03-01" as people read it; never shifted by a time zone. */
export function day(iso: string | null | undefined): string {
  if (!iso) return "";
  const [year, month, date] = iso.split("-");
  return language.value === "zh" ? `${year}年${Number(month)}月${Number(date)}日` : iso;
}

/** Today in Asia/Shanghai, "2026-03-01". */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}

export function count(n: number): string {
  return new Intl.NumberFormat(locale()).format(n);
}

/** A value of a fact as people read it. */
export function value(of: unknown): string {
  if (of === null || of === undefined) return "";
  if (of === true) return translate("common.yes");
  if (of === false) return translate("common.no");
  if (Array.isArray(of)) return of.length ? of.map(value).join("、") : translate("common.none");
  if (typeof of === "string" && /^\d{4}-\d{2}-\d{2}$/.test(of)) return day(of);
  return String(of);
}
