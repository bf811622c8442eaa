import { computed, ref, watch, type ComputedRef, type Ref } from "vue";
import { api, valueOf } from "@/api/client";
import type { ItemView } from "@/api/schema";
import type { Facts } from "@/parts/facts";
import { useLoad, type Load } from "@/parts/load";
import { decisionsOf, type BookDecision } from "@/tables/model";
import type { VersionDesk, VersionPath } from "./version";

/** The items that the version asks, as it is saved. */
export function useChecklist(desk: VersionDesk): Load<ItemView[]> {
  const loaded = useLoad(() =>
    valueOf(
      api.GET("/api/v1/policies/{jurisdiction}/{name}/versions/{number}/checklist", { params: { path: desk.path } }),
    ),
  );
  watch(desk.saves, loaded.load);
  void loaded.load();
  return loaded;
}

/** The decisions of the model as it is saved. */
export function useDecisions(desk: VersionDesk): ComputedRef<BookDecision[]> {
  return computed(() => decisionsOf(desk.savedXml.value));
}

const tried = new Map<string, Ref<Facts>>();

/** The answers of the try-it form of a version, kept while the console is open: they survive a look at another part. */
export function trialFacts(path: VersionPath): Ref<Facts> {
  const key = `${path.jurisdiction}/${path.name}/${path.number}`;
  let facts = tried.get(key);
  if (!facts) tried.set(key, (facts = ref<Facts>({})));
  return facts;
}
