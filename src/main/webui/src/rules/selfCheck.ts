import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch } from "vue";
import { api, valueOf } from "@/api/client";
import { refusal, type Refusal } from "@/api/refusal";
import type { EvaluationView, ItemView, SubjectStatus } from "@/api/schema";
import { language } from "@/i18n";
import { answered, type Facts } from "@/parts/facts";
import { today } from "@/parts/format";

/** What a self-check is about. */
export interface SelfCheckMatter {
  jurisdiction: string;
  field: string;
  status: SubjectStatus | "";
  /** First and last day of the conduct. */
  from: string;
  to: string;
}

/**
 * A self-check: asks what still matters, one thing after the other, until nothing does. The answers are in this page's
 * memory and nowhere else.
 */
export function useSelfCheck(matter: SelfCheckMatter) {
  const items = shallowRef<Map<string, ItemView>>(new Map());
  const facts = ref<Facts>({});
  /** Items in the order in which they were answered. */
  const order = ref<string[]>([]);
  const putOff = reactive(new Set<string>());
  /** An item that the person went back to; null while the next open one is asked. */
  const goneBackTo = ref<string | null>(null);
  const evaluation = shallowRef<EvaluationView | null>(null);
  const refused = shallowRef<Refusal | null>(null);
  const busy = ref(false);
  const begun = ref(false);
  /** Seconds until it is tried again by itself; 0 when nothing is waited for. */
  const wait = ref(0);
  let latest = 0;
  let ticking: ReturnType<typeof setInterval> | undefined;

  const open = computed(() =>
    (evaluation.value?.openItems ?? []).filter(
      (each) => each.material && items.value.has(each.item) && !answered(facts.value, each.item),
    ),
  );
  const asked = computed(() => {
    if (goneBackTo.value) return items.value.get(goneBackTo.value) ?? null;
    const next = open.value.find((each) => !putOff.has(each.item));
    return next ? (items.value.get(next.item) ?? null) : null;
  });
  /** Nothing is left to ask, or only what was put off. */
  const finished = computed(() => begun.value && evaluation.value !== null && asked.value === null);

  async function begin(): Promise<void> {
    busy.value = true;
    try {
      items.value = await itemsOf(matter);
      begun.value = true;
      await evaluate();
    } catch (failure) {
      refused.value = refusal(failure);
    } finally {
      busy.value = false;
    }
  }

  async function evaluate(): Promise<void> {
    const mine = ++latest;
    stopWaiting();
    busy.value = true;
    try {
      const result = await valueOf(
        api.POST("/api/v1/evaluations", {
          body: {
            jurisdiction: matter.jurisdiction,
            ...(matter.field && { field: matter.field }),
            ...(matter.status && { subjectStatus: matter.status }),
            conduct: { from: matter.from, to: matter.to || matter.from },
            facts: facts.value,
          },
        }),
      );
      if (mine !== latest) return;
      evaluation.value = result;
      refused.value = null;
    } catch (failure) {
      if (mine !== latest) return;
      refused.value = refusal(failure);
      if (refused.value.retryAfter) waitFor(refused.value.retryAfter);
      sendBackTo(refused.value);
    } finally {
      if (mine === latest) busy.value = false;
    }
  }

  /** What the server refused about an answer is shown where that answer is given. */
  function sendBackTo(problem: Refusal) {
    const pointer = problem.violations.find((violation) => violation.pointer.startsWith("/facts/"))?.pointer;
    const item = pointer?.slice("/facts/".length).split("/")[0];
    if (item && items.value.has(item)) goneBackTo.value = item;
    else if (problem.violations.length) begun.value = false;
  }

  function waitFor(seconds: number) {
    wait.value = seconds;
    ticking = setInterval(() => {
      if (--wait.value <= 0) void evaluate();
    }, 1000);
  }

  function stopWaiting() {
    clearInterval(ticking);
    wait.value = 0;
  }

  async function answer(item: string, value: unknown): Promise<void> {
    facts.value = { ...facts.value, [item]: value };
    order.value = [...order.value.filter((each) => each !== item), item];
    putOff.delete(item);
    goneBackTo.value = null;
    await evaluate();
  }

  /** Takes over what was changed in the list of all. */
  async function change(changed: Facts): Promise<void> {
    facts.value = changed;
    const given = Object.keys(changed);
    order.value = [
      ...order.value.filter((each) => given.includes(each)),
      ...given.filter((each) => !order.value.includes(each)),
    ];
    goneBackTo.value = null;
    await evaluate();
  }

  function skip(item: string) {
    putOff.add(item);
    goneBackTo.value = null;
  }

  function takeUpAgain() {
    putOff.clear();
  }

  function back() {
    const at = goneBackTo.value ? order.value.indexOf(goneBackTo.value) : order.value.length;
    if (at > 0) goneBackTo.value = order.value[at - 1] ?? null;
  }

  function startOver() {
    latest++;
    stopWaiting();
    begun.value = false;
    facts.value = {};
    order.value = [];
    putOff.clear();
    goneBackTo.value = null;
    evaluation.value = null;
    refused.value = null;
    busy.value = false;
  }

  watch(language, () => {
    if (begun.value) void evaluate();
  });
  onBeforeUnmount(stopWaiting);

  const hasAnswers = computed(() => Object.keys(facts.value).length > 0);
  const name = (item: string) => items.value.get(item)?.name ?? "";

  return {
    items,
    facts,
    order,
    putOff,
    goneBackTo,
    evaluation,
    refused,
    busy,
    begun,
    wait,
    open,
    asked,
    finished,
    hasAnswers,
    name,
    begin,
    answer,
    change,
    skip,
    takeUpAgain,
    back,
    startOver,
  };
}

export type SelfCheck = ReturnType<typeof useSelfCheck>;

/** The questions of the books at both dates; where both ask, as today's book puts it. */
async function itemsOf(matter: SelfCheckMatter): Promise<Map<string, ItemView>> {
  const days = new Set([matter.to || matter.from, today()]);
  const lists = await Promise.all(
    [...days].map((on) =>
      valueOf(
        api.GET("/api/v1/checklists", {
          params: {
            query: {
              jurisdiction: matter.jurisdiction,
              on,
              ...(matter.field && { field: matter.field }),
              ...(matter.status && { subjectStatus: matter.status }),
            },
          },
        }),
      ),
    ),
  );
  return new Map(lists.flatMap((list) => list.questions).map((item) => [item.item, item]));
}
