import { ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import { reachable } from "@/api/network";
import { refusal, type Refusal } from "@/api/refusal";
import { language } from "@/i18n";

/** Something that is fetched: not there yet, there, or refused. */
export interface Load<T> {
  value: ShallowRef<T | null>;
  refusal: ShallowRef<Refusal | null>;
  loading: Ref<boolean>;
  /** Fetches it (again). Of several at once only the last one counts. */
  load(): Promise<void>;
}

/**
 * Fetches something for a page. What the server words is fetched again when the language changes, and what could not be
 * fetched when the server can be reached again.
 *
 * @param keep true for what the person edits here: then a change of language leaves it alone
 */
export function useLoad<T>(fetchIt: () => Promise<T>, { keep = false } = {}): Load<T> {
  const value = shallowRef<T | null>(null);
  const refused = shallowRef<Refusal | null>(null);
  const loading = ref(false);
  let latest = 0;
  async function load() {
    const mine = ++latest;
    loading.value = true;
    try {
      const fetched = await fetchIt();
      if (mine !== latest) return;
      value.value = fetched;
      refused.value = null;
    } catch (failure) {
      if (mine === latest) refused.value = refusal(failure);
    } finally {
      if (mine === latest) loading.value = false;
    }
  }
  watch(language, () => {
    if (!keep && (value.value !== null || loading.value)) void load();
  });
  watch(reachable, (again) => {
    if (again && refused.value?.code === "unreachable") void load();
  });
  return { value, refusal: refused, loading, load };
}
