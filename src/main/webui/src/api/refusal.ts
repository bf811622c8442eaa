import type { Problem } from "./schema";
import { translate } from "@/i18n";

type Violation = NonNullable<Problem["violations"]>[number];

/** The server refused: an RFC 9457 problem with all its violations. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly violations: readonly Violation[],
    /** The whole problem, with what a type of problem adds to it. */
    readonly problem: Record<string, unknown>,
    /** After how many seconds to try again; undefined where the server did not tell. */
    readonly retryAfter?: number,
  ) {
    super(detail ?? title);
  }

  static of(response: Response, body: unknown): Refusal {
    const problem = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem> &
      Record<string, unknown>;
    return new Refusal(
      response.status,
      problem.code ?? `http-${response.status}`,
      problem.title ?? translate("common.error.unexpected", { status: response.status }),
      problem.detail,
      problem.violations ?? [],
      problem,
      Number(response.headers.get("Retry-After")) || undefined,
    );
  }

  /** What is wrong with a field, named by its JSON pointer ("/particulars/title"); undefined when nothing is. */
  at(pointer: string): string | undefined {
    const found = this.violations.filter((violation) => violation.pointer === pointer);
    return found.length ? found.map((violation) => violation.message).join(";") : undefined;
  }
}

/** There was no answer at all. */
export function unreachable(): Refusal {
  return new Refusal(0, "unreachable", translate("common.error.unreachable"), undefined, [], {});
}

/** @returns the refusal; anything else is a defect of ours and goes on as it is */
export function refusal(failure: unknown): Refusal {
  if (failure instanceof Refusal) return failure;
  throw failure;
}
