import { placesAbove } from "@/parts/places";
import { me } from "@/session";

/** Whether the person is an editor of a jurisdiction's books: a role holds for its jurisdiction and all below. */
export function mayEdit(jurisdiction: string): boolean {
  const above = placesAbove(jurisdiction);
  return (me.value?.roles ?? []).some((held) => held.role === "POLICY_EDITOR" && above.includes(held.jurisdiction));
}
