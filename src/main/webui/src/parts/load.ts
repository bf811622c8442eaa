import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { refusal, type Refusal } from "@/api/refusal";

/** Something that is fetched: not there yet, there, or refused. */
export interface Load<T> {
  value: ShallowRef<T | null>;
  refusal: ShallowRef<Refusal | null>;
  loading: Ref<boolean>;
  /** Fetches it (again). Of several at once only the last one counts. */
  load(): Promise<void>;
}

export function useLoad<T>(fetchIt: () => Promise<T>): Load<T> {
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
  return { value, refusal: refused, loading, load };
}
