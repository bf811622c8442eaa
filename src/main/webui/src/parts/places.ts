import { computed, shallowRef } from "vue";
import { api, valueOf } from "@/api/client";
import type { JurisdictionView } from "@/api/schema";
import { useLoad } from "./load";

/** A jurisdiction with those below it. */
export interface Place {
  code: string;
  name: string;
  children: Place[];
}

const known = shallowRef<JurisdictionView[]>([]);

/** The tree of jurisdictions, and the name of each. */
export function usePlaces() {
  const loaded = useLoad(async () => (known.value = await valueOf(api.GET("/api/v1/jurisdictions"))));
  void loaded.load();
  return { loaded, tree: computed(placeTree), placeName, exists };
}

function treeOf(list: readonly JurisdictionView[], parent?: string): Place[] {
  return list
    .filter((place) => place.parent === parent && !place.supersededBy)
    .map((place) => ({ code: place.code, name: place.name, children: treeOf(list, place.code) }));
}

/** The tree, once {@link usePlaces} has fetched it. */
export const placeTree = (): Place[] => treeOf(known.value);

function exists(code: string): boolean {
  return known.value.some((place) => place.code === code);
}

/** A jurisdiction and those above it, once {@link usePlaces} has fetched them. */
export function placesAbove(code: string): string[] {
  const parent = known.value.find((place) => place.code === code)?.parent;
  return parent ? [code, ...placesAbove(parent)] : [code];
}

/** The name of a jurisdiction, once {@link usePlaces} has fetched them; the code until then. */
export function placeName(code: string): string {
  return known.value.find((place) => place.code === code)?.name ?? code;
}
