import type { RouteLocationRaw } from "vue-router";
import type { MeView } from "@/api/schema";

/** Something to begin with: `key` names its words. */
export interface Duty {
  role: string;
  key: string;
  to: RouteLocationRaw;
}

const cases = (status?: string): RouteLocationRaw => ({ name: "cases", query: status ? { status } : {} });

/** Where the work of each role begins. */
const BEGINNINGS: readonly Duty[] = [
  { role: "POLICY_EDITOR", key: "draft", to: { name: "policies" } },
  { role: "POLICY_APPROVER", key: "approve", to: { name: "policies" } },
  { role: "APPLICANT", key: "mine", to: cases() },
  { role: "HANDLER", key: "accept", to: cases("APPLIED") },
  { role: "HANDLER", key: "verify", to: cases("VERIFYING") },
  { role: "HANDLER", key: "tell", to: cases("DETERMINED") },
  { role: "ORGANISATION", key: "verify", to: cases("VERIFYING") },
  { role: "DECIDER", key: "determine", to: cases("VERIFYING") },
  { role: "INSPECTOR", key: "inspect", to: cases() },
  { role: "REGISTRAR", key: "determined", to: cases() },
  { role: "COORDINATOR", key: "consult", to: { name: "meetings" } },
  { role: "SUPERVISOR", key: "monitor", to: cases("MONITORED") },
  { role: "ADMINISTRATOR", key: "read", to: { name: "rules" } },
];

/** What somebody can begin with, by the roles held. */
export function dutiesOf(me: MeView): Duty[] {
  const held = new Set<string>(me.roles.map((role) => role.role));
  const found = new Map(BEGINNINGS.filter((duty) => held.has(duty.role)).map((duty) => [duty.key, duty]));
  return [...found.values()];
}
