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
