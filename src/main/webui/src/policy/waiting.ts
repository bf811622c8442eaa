import type { PolicyView, VersionView } from "@/api/schema";
import { me } from "@/session";
import type { BookAtWork } from "./books";
import { mayApprove, mayEdit } from "./rights";

/** A version that waits for this person: to be approved, to be mended after it was returned, or to be finished. */
export interface Waiting {
  why: "approve" | "returned" | "draft";
  book: PolicyView;
  version: VersionView;
}

const ORDER: readonly Waiting["why"][] = ["approve", "returned", "draft"];

function whyOf({ book }: BookAtWork, version: VersionView): Waiting["why"] | null {
  const person = me.value?.person.id;
  const own = version.author?.id === person;
  if (version.status === "IN_REVIEW") {
    // Nobody approves what is their own work.
    return mayApprove(book.jurisdiction) && !own && version.submittedBy?.id !== person ? "approve" : null;
  }
  if (version.status !== "DRAFT" || !mayEdit(book.jurisdiction)) return null;
  if (version.returnRemarks) return "returned";
  return own ? "draft" : null;
}

/** When it came to wait: submitted, or last saved. */
export function sinceOf({ version }: Waiting): string {
  return (version.status === "IN_REVIEW" && version.submittedAt) || version.savedAt;
}

/** What waits for the person who is logged in, the most pressing kind first, of each the latest first. */
export function waitingFor(books: readonly BookAtWork[]): Waiting[] {
  return books
    .flatMap((entry) =>
      entry.versions.flatMap((version) => {
        const why = whyOf(entry, version);
        return why ? [{ why, book: entry.book, version }] : [];
      }),
    )
    .sort(
      (one, other) => ORDER.indexOf(one.why) - ORDER.indexOf(other.why) || sinceOf(other).localeCompare(sinceOf(one)),
    );
}
