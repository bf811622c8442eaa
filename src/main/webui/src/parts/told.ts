import { useRoute } from "vue-router";

/** What stands in an address was perhaps typed or cut off on its way: what is no admissible value is as good as nothing. */
export function useTold() {
  const { query } = useRoute();
  const told = (name: string): string => (typeof query[name] === "string" ? query[name] : "");

  function oneOf<T extends string>(name: string, values: readonly T[]): T | "" {
    return values.find((value) => value === told(name)) ?? "";
  }

  return {
    told,
    oneOf,
    place: (name = "jurisdiction") => (/^\d{6}$/.test(told(name)) ? told(name) : ""),
    day: (name: string) => (isDay(told(name)) ? told(name) : ""),
  };
}

/** Whether this is a day of the calendar, "2026-03-01". */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}
