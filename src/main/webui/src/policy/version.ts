import {
  computed,
  inject,
  onScopeDispose,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
  type ShallowRef,
} from "vue";
import { answer, api, valueOf } from "@/api/client";
import { refusal, type Refusal } from "@/api/refusal";
import type { PolicyView, VersionView } from "@/api/schema";
import { language } from "@/i18n";
import { useLoad, type Load } from "@/parts/load";
import { usePlaces } from "@/parts/places";
import { me } from "@/session";
import { Autosave } from "./autosave";
import { Conflict, type ChangeMade } from "./conflict";
import { History } from "./history";
import { mayEdit } from "./rights";
import { forget, keep, kept as keptAt, keptKey, type Kept } from "./kept";

/** Which version of which book, as in its address. */
export interface VersionPath {
  jurisdiction: string;
  name: string;
  number: number;
}

/** What the gate holds against a model, and where. Rows and columns count from 1. */
export interface ModelFinding {
  code: string;
  message: string;
  element?: string;
  decision?: string;
  row?: number;
  column?: number;
}

/** One version on the desk: what the server has, and what the person has made of it since. */
export interface VersionDesk {
  path: VersionPath;
  loaded: Load<true>;
  book: ShallowRef<PolicyView | null>;
  version: ShallowRef<VersionView | null>;
  /** The tag of the version as last read or saved; sent with every act. */
  etag: Ref<string>;
  /** The model as it stands here, saved or not. Editors change it through {@link change}. */
  xml: Ref<string>;
  /** The model as the server has it. */
  savedXml: Ref<string>;
  unsaved: ComputedRef<boolean>;
  editable: ComputedRef<boolean>;
  saving: Ref<boolean>;
  /** When it was saved from here; null before the first time. */
  savedAt: Ref<Date | null>;
  /** Why the last save was refused; null when it was not. */
  refused: ShallowRef<Refusal | null>;
  /** What the gate held against the model when it was last sent. */
  findings: ComputedRef<ModelFinding[]>;
  /** Grows with every save: what is derived from the model is to be fetched again. */
  saves: Ref<number>;
  /** Somebody else saved meanwhile. */
  conflict: ShallowRef<Conflict | null>;
  /** What this person had made of the draft before, and the server does not have. */
  offered: ShallowRef<Kept | null>;
  /** A cell that an editor is to go to, once. */
  wanted: ShallowRef<{ decision: string; row?: number; column?: number } | null>;
  /** A new state of the model; the key says what was changed, so that what belongs together is undone together. */
  change(xml: string, key?: string): void;
  canUndo: ComputedRef<boolean>;
  canRedo: ComputedRef<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** @returns whether it is saved now */
  save(): Promise<boolean>;
  /** Takes over what an act answered. */
  took(version: VersionView, etag: string): void;
  /** Editors that hold back the last keystrokes write them down when asked. @returns to be called when they are gone */
  onFlush(write: () => Promise<void>): () => void;
  restore(): void;
  discard(): void;
  /** Goes on with what the other person saved; what was made here stays offered. */
  takeTheirs(): void;
  /** Lays what was made here upon what the other person saved, and saves. */
  reapply(): Promise<boolean>;
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
  const savedAt = ref<Date | null>(null);
  const refused = shallowRef<Refusal | null>(null);
  const saves = ref(0);
  const conflict = shallowRef<Conflict | null>(null);
  const offered = shallowRef<Kept | null>(null);
  const wanted = shallowRef<{ decision: string; row?: number; column?: number } | null>(null);
  const unsaved = computed(() => xml.value !== savedXml.value);
  const editable = computed(() => version.value?.status === "DRAFT" && mayEdit(path.jurisdiction));
  const findings = computed(() => (refused.value?.problem.findings as ModelFinding[] | undefined) ?? []);
  const key = keptKey(me.value?.person.id ?? "", `${path.jurisdiction}/${path.name}`, path.number);
  // What is offered stands aside, so that going on without it does not overwrite it.
  const aside = `${key}.aside`;
  const params = { path };
  const places = usePlaces();
  let history = new History("");
  /** The content hash of what was last read or saved here. */
  let savedHash = "";
  const moved = ref(0);
  const writers = new Set<() => Promise<void>>();

  const readVersion = () => answer(api.GET("/api/v1/policies/{jurisdiction}/{name}/versions/{number}", { params }));
  const readModel = () =>
    valueOf(api.GET("/api/v1/policies/{jurisdiction}/{name}/versions/{number}/model", { params, parseAs: "text" }));

  async function readAll(): Promise<true> {
    const [readBook, read, model] = await Promise.all([
      valueOf(api.GET("/api/v1/policies/{jurisdiction}/{name}", { params })),
      readVersion(),
      readModel(),
      places.loaded.load(),
    ]);
    book.value = readBook;
    took(read.value, read.etag);
    begin(model);
    const before = keptAt(key);
    if (before && before.xml !== model) keep(aside, before);
    forget(key);
    offered.value = editable.value ? keptAt(aside) : null;
    return true;
  }
  const loaded = useLoad<true>(readAll, { keep: true });

  // What the person edits stays; what the server words about it follows the language.
  watch(language, async () => {
    if (!version.value) return void (loaded.refusal.value && loaded.load());
    const read = valueOf(api.GET("/api/v1/policies/{jurisdiction}/{name}", { params }));
    book.value = await read.catch(() => book.value);
    if (refused.value && unsaved.value && !conflict.value) await save();
  });

  /** Starts from a model that the server has. */
  function begin(model: string) {
    xml.value = model;
    savedXml.value = model;
    savedHash = version.value?.contentHash ?? "";
    refused.value = null;
    history = new History(model);
    moved.value++;
  }

  function took(changed: VersionView, tag: string) {
    version.value = changed;
    etag.value = tag;
  }

  const autosave = new Autosave(() => editable.value && unsaved.value && !conflict.value, save);
  onScopeDispose(() => autosave.stop());

  function stand(model: string) {
    xml.value = model;
    moved.value++;
    if (!unsaved.value) refused.value = null;
    if (unsaved.value) keep(key, { xml: model, base: savedXml.value, at: new Date().toISOString() });
    else forget(key);
    autosave.soon();
  }

  function change(model: string, what = "") {
    if (!editable.value || model === xml.value) return;
    history.push(model, what);
    stand(model);
  }

  const flush = async () => {
    await Promise.all([...writers].map((write) => write()));
  };

  async function undo() {
    await flush();
    if (editable.value && history.canUndo) stand(history.undo());
  }

  async function redo() {
    await flush();
    if (editable.value && history.canRedo) stand(history.redo());
  }

  let underWay: Promise<boolean> | null = null;
  async function save(): Promise<boolean> {
    await flush();
    if (underWay) await underWay;
    if (!unsaved.value) return true;
    underWay = send().finally(() => (underWay = null));
    return underWay;
  }

  async function send(): Promise<boolean> {
    const sent = xml.value;
    saving.value = true;
    try {
      // An act elsewhere on the page took up a newer version: its model is not what this one was made from.
      if (version.value?.contentHash !== savedHash) return await meet([]);
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
      savedHash = saved.value.contentHash;
      savedAt.value = new Date();
      refused.value = null;
      saves.value++;
      if (unsaved.value) keep(key, { xml: xml.value, base: sent, at: new Date().toISOString() });
      else forget(key);
      return true;
    } catch (failure) {
      const why = refusal(failure);
      if (why.status === 412) return await meet((why.problem.changes as ChangeMade[] | undefined) ?? []);
      refused.value = why;
      // Not refused, only not reached: it is tried again by itself.
      if (why.status === 0 || why.status >= 500) autosave.later();
      return false;
    } finally {
      saving.value = false;
    }
  }

  /** Somebody else was quicker. Where the model is still the same (tests were saved), it goes on as it was. */
  async function meet(changes: ChangeMade[]): Promise<boolean> {
    try {
      const [read, model] = await Promise.all([readVersion(), readModel()]);
      if (read.value.contentHash === savedHash) {
        took(read.value, read.etag);
        return await send();
      }
      conflict.value = new Conflict(changes, read.value, read.etag, model, savedXml.value, xml.value);
    } catch (failure) {
      refused.value = refusal(failure);
    }
    return false;
  }

  function takeTheirs() {
    const met = conflict.value;
    if (!met) return;
    const mine: Kept = { xml: met.mine, base: met.base, at: new Date().toISOString() };
    took(met.version, met.etag);
    begin(met.theirs);
    saves.value++;
    conflict.value = null;
    forget(key);
    keep(aside, mine);
    offered.value = mine;
  }

  async function reapply(): Promise<boolean> {
    const met = conflict.value;
    if (!met) return false;
    took(met.version, met.etag);
    savedXml.value = met.theirs;
    savedHash = met.version.contentHash;
    conflict.value = null;
    history.push(met.theirs);
    history.push(met.merged());
    stand(history.current);
    return save();
  }

  function restore() {
    const before = offered.value;
    if (!before) return;
    discard();
    if (before.base === savedXml.value) {
      history.push(before.xml);
      stand(before.xml);
      return;
    }
    // The draft has moved on since: the same question as when somebody else saves at the same time.
    conflict.value = new Conflict([], version.value!, etag.value, savedXml.value, before.base, before.xml);
  }

  function discard() {
    offered.value = null;
    forget(aside);
  }

  function onFlush(writer: () => Promise<void>): () => void {
    writers.add(writer);
    return () => writers.delete(writer);
  }

  const canUndo = computed(() => moved.value >= 0 && editable.value && history.canUndo);
  const canRedo = computed(() => moved.value >= 0 && editable.value && history.canRedo);

  return {
    ...{ path, loaded, book, version, etag, xml, savedXml, unsaved, editable, saving, savedAt, refused, findings },
    ...{ saves, conflict, offered, wanted, change, canUndo, canRedo, undo, redo, save, took, onFlush },
    ...{ restore, discard, takeTheirs, reapply },
  };
}
