import type { VersionView } from "@/api/schema";
import { compare, type Difference } from "./model/compare";
import { merge } from "./model/merge";

/** One change as a stale request is told of it. */
export interface ChangeMade {
  version: number;
  type: string;
  at: string;
  actor: string;
}

/** Two people have changed the same draft: what each of them did to what both started from. */
export class Conflict {
  constructor(
    /** Who changed it since, and when. */
    readonly changes: ChangeMade[],
    readonly version: VersionView,
    readonly etag: string,
    readonly theirs: string,
    readonly base: string,
    readonly mine: string,
  ) {}

  /** Who is met: somebody else, the person of that name elsewhere, or it is not told. */
  met(me: string | undefined): "other" | "self" | "unknown" {
    if (!this.changes.length) return "unknown";
    return this.changes.every(({ actor }) => actor === me) ? "self" : "other";
  }

  /** What the other person changed. */
  others(): Difference[] {
    return compare(this.base, this.theirs);
  }

  /** What was changed here. */
  own(): Difference[] {
    return compare(this.base, this.mine);
  }

  /** What both changed, and not alike. */
  both(): Difference[] {
    const others = new Map(this.others().map((difference) => [difference.key, difference]));
    return this.own().filter((difference) => {
      const other = others.get(difference.key);
      return other !== undefined && other.after !== difference.after;
    });
  }

  /** Mine upon theirs; where both changed the same, mine. */
  merged(): string {
    return merge(this.base, this.mine, this.theirs);
  }
}
