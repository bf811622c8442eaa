import { Refusal } from "@/api/refusal";
import { allOf, type ServerPage } from "./pages";

/** What is fetched, or what stands for it where it is not open to the person. */
export async function open<T>(fetched: Promise<T>, instead: T): Promise<T> {
  try {
    return await fetched;
  } catch (failure) {
    if (failure instanceof Refusal && [403, 404].includes(failure.status)) return instead;
    throw failure;
  }
}

const ENOUGH = 5;

/** As much of a list as one can choose from: it may be long, and closed to the person. */
export async function some<T>(
  fetchPage: (query: { limit: number; cursor?: string }) => Promise<ServerPage<T>>,
): Promise<T[]> {
  let pages = 0;
  return open(
    allOf<T>(async (cursor) => {
      const page = await fetchPage({ limit: 200, ...(cursor && { cursor }) });
      return ++pages < ENOUGH ? page : { ...page, next: undefined };
    }),
    [],
  );
}
