import { inject, ref, type InjectionKey, type Ref } from "vue";
import { answer, api, valueOf } from "@/api/client";
import type { ActView, CaseView, DocumentView, EntryView } from "@/api/schema";
import { useLoad, type Load } from "@/parts/load";
import { allOf } from "@/parts/pages";

/** One case on the desk: what its parts read in common. */
export interface CaseDesk {
  id: string;
  file: Load<CaseView>;
  documents: Load<DocumentView[]>;
  ledger: Load<EntryView[]>;
  acts: Load<ActView[]>;
  /** The tag of the case as it was read, for the If-Match of an act. */
  etag(): string;
  /** Who an id in the ledger is, as far as this case tells; empty where it does not. */
  personName(id: string | undefined): string;
  subjectName(id: string | undefined): string;
  documentTitle(id: string): string;
  loadAll(): Promise<unknown>;
  /** Everything anew after an act, which may have changed any part; `turn` counts how often. */
  reread(): Promise<void>;
  turn: Ref<number>;
}

export const caseDesk: InjectionKey<CaseDesk> = Symbol("caseDesk");

export function useCaseDesk(): CaseDesk {
  const desk = inject(caseDesk);
  if (!desk) throw new Error("no case on the desk");
  return desk;
}

/** Whether it can be the id of a case at all. */
export function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

export function openCase(id: string): CaseDesk {
  const path = { id };
  let etag = "";
  const file = useLoad(async () => {
    const read = await answer(api.GET("/api/v1/cases/{id}", { params: { path } }));
    etag = read.etag;
    return read.value;
  });
  const documents = useLoad(() => valueOf(api.GET("/api/v1/cases/{id}/documents", { params: { path } })));
  const acts = useLoad(() => valueOf(api.GET("/api/v1/cases/{id}/acts", { params: { path } })));
  const ledger = useLoad(() =>
    allOf((cursor) =>
      valueOf(
        api.GET("/api/v1/cases/{caseId}/ledger", {
          params: { path: { caseId: id }, query: { limit: 200, ...(cursor && { cursor }) } },
        }),
      ),
    ),
  );

  function personName(person: string | undefined): string {
    if (!person) return "";
    const told = file.value.value;
    if (told?.applicant.id === person) return told.applicant.name;
    const member = told?.team.find((each) => each.id === person);
    // Whoever has done something in the case stands in its ledger.
    const entry = ledger.value.value?.find((each) => each.actor.id === person && each.actor.name);
    return member?.name ?? entry?.actor.name ?? "";
  }

  const loadAll = () => Promise.all([file.load(), documents.load(), acts.load(), ledger.load()]);
  const turn = ref(0);

  return {
    id,
    file,
    documents,
    ledger,
    acts,
    etag: () => etag,
    personName,
    subjectName: (subject) => file.value.value?.subjects.find((each) => each.id === subject)?.name ?? "",
    documentTitle: (document) => documents.value.value?.find((each) => each.id === document)?.title ?? "",
    loadAll,
    turn,
    async reread() {
      await loadAll();
      turn.value++;
    },
  };
}
