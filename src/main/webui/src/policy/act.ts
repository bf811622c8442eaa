import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { answer, api } from "@/api/client";
import { refusal, type Refusal } from "@/api/refusal";
import type { VersionDesk } from "./version";

/** What somebody else did meanwhile, as a refusal 412 tells it. */
export interface Change {
  version: number;
  type: string;
  at: string;
  actor: string;
}

/** An act on a version: under way, refused, and refused because somebody else was first. */
export interface Act {
  running: Ref<boolean>;
  refused: ShallowRef<Refusal | null>;
  /** What changed meanwhile; null where the refusal has another cause. */
  stale(): Change[] | null;
  run(): Promise<boolean>;
  /** Reads the version anew and does the act on it as it stands now. */
  again(): Promise<boolean>;
}

export function useAct(desk: VersionDesk, does: () => Promise<void>): Act {
  const running = ref(false);
  const refused = shallowRef<Refusal | null>(null);

  async function attempt(first: () => Promise<void>): Promise<boolean> {
    if (running.value) return false;
    running.value = true;
    try {
      await first();
      await does();
      refused.value = null;
      return true;
    } catch (failure) {
      refused.value = refusal(failure);
      return false;
    } finally {
      running.value = false;
    }
  }

  return {
    running,
    refused,
    stale: () =>
      refused.value?.status === 412 ? ((refused.value.problem.changes as Change[] | undefined) ?? []) : null,
    run: () => attempt(async () => undefined),
    again: () => attempt(() => reread(desk)),
  };
}

/** Takes up the version as it stands on the server; a model that is not saved here stays as it is. */
export async function reread(desk: VersionDesk): Promise<void> {
  if (!desk.unsaved.value) {
    await desk.loaded.load();
    desk.saves.value++;
    return;
  }
  const read = await answer(
    api.GET("/api/v1/policies/{jurisdiction}/{name}/versions/{number}", { params: { path: desk.path } }),
  );
  desk.took(read.value, read.etag);
}
