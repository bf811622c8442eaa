import type { FormSources } from "@/forms/act";
import type { CaseDesk } from "../caseDesk";
import { BEGINNINGS } from "./beginnings";
import { choicesFor, itemsOf } from "./records";

/** What the forms of a case take from it. */
export function sourcesOf(desk: CaseDesk): FormSources {
  return {
    etag: desk.etag,
    reread: desk.loadAll,
    choices: (act, names) => choicesFor(act, names, desk),
    items: () => itemsOf(desk),
    begin: async (act, given) => (await BEGINNINGS[act]?.(desk, given)) ?? {},
  };
}
