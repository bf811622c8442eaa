import type { RouteLocationRaw } from "vue-router";
import type { MeView } from "@/api/schema";

/** Where the work of a role begins. */
const BEGINNINGS: Partial<Record<string, RouteLocationRaw>> = {
  POLICY_EDITOR: { name: "policies" },
  POLICY_APPROVER: { name: "policies" },
  APPLICANT: { name: "cases" },
  HANDLER: { name: "cases", query: { status: "APPLIED" } },
  ORGANISATION: { name: "cases", query: { status: "VERIFYING" } },
  DECIDER: { name: "cases", query: { status: "VERIFYING" } },
  INSPECTOR: { name: "cases" },
};

/** What somebody can begin with, by the roles held. */
export function dutiesOf(me: MeView): { role: string; to: RouteLocationRaw }[] {
  const held = new Set<string>(me.roles.map((role) => role.role));
  return Object.entries(BEGINNINGS).flatMap(([role, to]) => (to && held.has(role) ? [{ role, to }] : []));
}
