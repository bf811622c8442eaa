import { api, valueOf } from "@/api/client";
import type { PolicyView, VersionView } from "@/api/schema";
import { today } from "@/parts/format";

export interface BookPath {
  jurisdiction: string;
  name: string;
}

/** All versions of a book, the newest first. */
export async function versionsOf(path: BookPath): Promise<VersionView[]> {
  const page = await valueOf(
    api.GET("/api/v1/policies/{jurisdiction}/{name}/versions", { params: { path, query: { limit: 200 } } }),
  );
  return page.items;
}

/** A book with what is going on in it. */
export interface BookAtWork {
  book: PolicyView;
  versions: VersionView[];
  inForce: VersionView | undefined;
  /** How many versions are in each of these states, in this order. */
  work: { state: "DRAFT" | "IN_REVIEW" | "SCHEDULED"; count: number }[];
  overdue: boolean;
}

export async function booksAtWork(): Promise<BookAtWork[]> {
  const page = await valueOf(api.GET("/api/v1/policies", { params: { query: { limit: 200 } } }));
  return Promise.all(
    page.items.map(async (book) => {
      const versions = await versionsOf(book);
      return {
        book,
        versions,
        inForce: versions.find(({ state }) => state === "IN_FORCE"),
        work: (["DRAFT", "IN_REVIEW", "SCHEDULED"] as const)
          .map((state) => ({ state, count: versions.filter((version) => version.state === state).length }))
          .filter(({ count }) => count > 0),
        overdue: book.reviewBy !== undefined && book.reviewBy < today(),
      };
    }),
  );
}
