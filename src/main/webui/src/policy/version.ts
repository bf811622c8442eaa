import { computed, inject, ref, shallowRef, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from "vue";
import { answer, api, valueOf } from "@/api/client";
import { refusal, type Refusal } from "@/api/refusal";
import type { PolicyView, VersionView } from "@/api/schema";
import { useLoad, type Load } from "@/parts/load";
import { holds } from "@/session";

/** Which version of which book, as in its address. */
export interface VersionPath {
  jurisdiction: string;
  name: string;
  number: number;
}

/** One version on the desk: what the server has, and what the person has made of it since. */
export interface VersionDesk {
  path: VersionPath;
  loaded: Load<true>;
  book: ShallowRef<PolicyView | null>;
  version: ShallowRef<VersionView | null>;
  /** The tag of the version as last read or saved; sent with every act. */
  etag: Ref<string>;
  /** The model as it stands here, saved or not. */
  xml: Ref<string>;
  /** The model as the server has it. */
  savedXml: Ref<string>;
  unsaved: ComputedRef<boolean>;
  editable: ComputedRef<boolean>;
  saving: Ref<boolean>;
  /** Why the last save was refused; null when it was not. */
  refused: ShallowRef<Refusal | null>;
  /** Grows with every save: what is derived from the model is to be fetched again. */
  saves: Ref<number>;
  /** @returns whether it is saved now */
  save(): Promise<boolean>;
  /** Takes over what an act answered. */
  took(version: VersionView, etag: string): void;
}

export const versionDesk: InjectionKey<VersionDesk> = Symbol("versionDesk");

export function useVersionDesk(): VersionDesk {
  const desk = inject(versionDesk);
  if (!desk) throw new Error("no version on the desk");
  return desk;
}

export function openVersion(path: VersionPath): VersionDesk {
  const book = shallowRef<PolicyView | null>(null);
  const version = shallowRef<VersionView | null>(null);
  const etag = ref("");
  const xml = ref("");
  const savedXml = ref("");
  const saving = ref(false);
  const refused = shallowRef<Refusal | null>(null);
  const saves = ref(0);
  const unsaved = computed(() => xml.value !== savedXml.value);
  const editable = computed(() => version.value?.status === "DRAFT" && holds("POLICY_EDITOR"));
  const params = { path };

  async function read(): Promise<true> {
    const [readBook, readVersion, model] = await Promise.all([
      valueOf(api.GET("/api/v1/policies/{jurisdiction}/{name}", { params })),
      answer(api.GET("/api/v1/policies/{jurisdiction}/{name}/versions/{number}", { params })),
      valueOf(api.GET("/api/v1/policies/{jurisdiction}/{name}/versions/{number}/model", { params, parseAs: "text" })),
    ]);
    book.value = readBook;
    version.value = readVersion.value;
    etag.value = readVersion.etag;
    xml.value = model;
    savedXml.value = model;
    return true;
  }
  const loaded = useLoad<true>(read, { keep: true });

  function took(changed: VersionView, tag: string) {
    version.value = changed;
    etag.value = tag;
  }

  async function save(): Promise<boolean> {
    const sent = xml.value;
    saving.value = true;
    try {
      const saved = await answer(
        api.PUT("/api/v1/policies/{jurisdiction}/{name}/versions/{number}/model", {
          params: { path, header: { "If-Match": etag.value } },
          body: sent,
          bodySerializer: (body) => body as string,
          headers: { "Content-Type": "application/xml" },
        }),
      );
      took(saved.value, saved.etag);
      savedXml.value = sent;
      refused.value = null;
      saves.value++;
      return true;
    } catch (failure) {
      refused.value = refusal(failure);
      return false;
    } finally {
      saving.value = false;
    }
  }

  return { path, loaded, book, version, etag, xml, savedXml, unsaved, editable, saving, refused, saves, save, took };
}
