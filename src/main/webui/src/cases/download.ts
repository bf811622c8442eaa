import { api, valueOf } from "@/api/client";
import type { DocumentView } from "@/api/schema";
import { handOut } from "@/parts/handOut";

/** Fetches a document with the person's login, which a plain link would not carry, and hands it to the browser. */
export async function download(caseId: string, document: Pick<DocumentView, "id" | "fileName">): Promise<void> {
  const content = (await valueOf(
    api.GET("/api/v1/cases/{id}/documents/{documentId}/content", {
      params: { path: { id: caseId, documentId: document.id } },
      parseAs: "blob",
    }),
  )) as unknown as Blob;
  handOut(content, document.fileName);
}
