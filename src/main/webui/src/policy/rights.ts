import { placesAbove } from "@/parts/places";
import { me } from "@/session";

/** Who reads a book's drafts and ledger: the policy staff and inspectors of its jurisdiction or above. */
const READERS = ["POLICY_EDITOR", "POLICY_APPROVER", "INSPECTOR"];

export function readsWork(jurisdiction: string): boolean {
  const above = placesAbove(jurisdiction);
  return (me.value?.roles ?? []).some((held) => READERS.includes(held.role) && above.includes(held.jurisdiction));
}

/** Whether the person is an editor of a jurisdiction's books: a role holds for its jurisdiction and all below. */
export function mayEdit(jurisdiction: string): boolean {
  return holdsOver("POLICY_EDITOR", jurisdiction);
}

/** Whether the person approves a jurisdiction's books. */
export function mayApprove(jurisdiction: string): boolean {
  return holdsOver("POLICY_APPROVER", jurisdiction);
}

function holdsOver(role: string, jurisdiction: string): boolean {
  const above = placesAbove(jurisdiction);
  return (me.value?.roles ?? []).some((held) => held.role === role && above.includes(held.jurisdiction));
}
