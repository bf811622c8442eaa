import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { useLoad, type Load } from "./load";

/** A page of a list as the server gives it. */
export interface ServerPage<T> {
  items: T[];
  count: { count: number; exact: boolean };
  next?: string;
}

/** A list that is fetched page by page. */
export interface Pages<T> {
  first: Load<ServerPage<T>>;
  items: ShallowRef<T[]>;
  more: Ref<boolean>;
  loadMore(): Promise<void>;
}

/** @param fetchPage fetches the page at a cursor, the first without one */
export function usePages<T>(fetchPage: (cursor?: string) => Promise<ServerPage<T>>): Pages<T> {
  const items = shallowRef<T[]>([]);
  const more = ref(false);
  let next: string | undefined;

  function took(page: ServerPage<T>) {
    next = cursorOf(page.next);
    more.value = next !== undefined;
    return page;
  }
  const first = useLoad(async () => {
    const page = took(await fetchPage());
    items.value = page.items;
    return page;
  });

  async function loadMore() {
    if (next) items.value = [...items.value, ...took(await fetchPage(next)).items];
  }
  return { first, items, more, loadMore };
}

export function cursorOf(next: string | undefined): string | undefined {
  return next ? (new URL(next, location.origin).searchParams.get("cursor") ?? undefined) : undefined;
}

/** All pages of a list that is known to be short. */
export async function allOf<T>(fetchPage: (cursor?: string) => Promise<ServerPage<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage(cursor);
    items.push(...page.items);
    cursor = cursorOf(page.next);
  } while (cursor);
  return items;
}
