import type { Login } from ".";

const KEPT = "rongcuo.demo.login";

/** A person that the demo offers to be, from the demo's own list. */
export interface DemoPerson {
  login: string;
  password: string;
  name: string;
  organ: string;
  jurisdiction: string;
  jurisdictionName: string;
  roles: { code: string; label: string }[];
}

/** HTTP Basic with one of the demo's persons, for as long as the tab is open. */
export const demoLogin: Login = {
  async resume() {
    return sessionStorage.getItem(KEPT) !== null;
  },
  async authorization() {
    return sessionStorage.getItem(KEPT);
  },
  async forget() {
    sessionStorage.removeItem(KEPT);
  },
  async end() {
    sessionStorage.removeItem(KEPT);
  },
};

export function choose(login: string, password: string): void {
  const bytes = new TextEncoder().encode(`${login}:${password}`);
  sessionStorage.setItem(KEPT, `Basic ${btoa(String.fromCharCode(...bytes))}`);
}

/** @returns the demo's persons; none where this is no demo */
export async function demoPersons(language: string): Promise<DemoPerson[]> {
  const response = await fetch("/demo/persons", { headers: { "Accept-Language": language } });
  return response.ok ? ((await response.json()) as DemoPerson[]) : [];
}

/** What people come to a demo to try, in the order of the trade; each person stands where the first role leads. */
export const PURPOSES = {
  rules: ["POLICY_EDITOR"],
  approval: ["POLICY_APPROVER"],
  application: ["APPLICANT"],
  handling: ["HANDLER", "ORGANISATION"],
  determination: ["DECIDER", "COORDINATOR", "REGISTRAR"],
  oversight: ["INSPECTOR", "SUPERVISOR"],
  administration: ["ADMINISTRATOR"],
} as const;

export type Purpose = keyof typeof PURPOSES;

export function purposeOf(person: DemoPerson): Purpose {
  const held = person.roles.map((role) => role.code);
  const found = (Object.keys(PURPOSES) as Purpose[]).find((purpose) =>
    (PURPOSES[purpose] as readonly string[]).some((role) => held.includes(role)),
  );
  return found ?? "administration";
}
