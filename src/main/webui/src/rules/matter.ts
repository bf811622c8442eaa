import { computed, reactive, watch } from "vue";
import { useRouter } from "vue-router";
import type { SubjectStatus } from "@/api/schema";
import { FIELDS_OF_WORK, SUBJECT_STATUSES } from "@/parts/fields";
import { useTold } from "@/parts/told";
import { me } from "@/session";

/** Whose rules are asked for. It stands in the address, so that it can be sent to somebody; nothing else is kept. */
export interface Matter {
  jurisdiction: string;
  field: string;
  status: SubjectStatus | "";
  on: string;
}

/** The place asked for last, for the next page of the public side. */
let last: Pick<Matter, "jurisdiction" | "field" | "status"> | null = null;

export function useMatter() {
  const router = useRouter();
  const { oneOf, place, day } = useTold();
  const matter = reactive<Matter>({
    jurisdiction: place() || last?.jurisdiction || me.value?.person.jurisdiction || "",
    field: oneOf("field", FIELDS_OF_WORK) || last?.field || "",
    status: oneOf("status", SUBJECT_STATUSES) || last?.status || "",
    on: day("on"),
  });
  const query = computed(() => ({
    jurisdiction: matter.jurisdiction,
    ...(matter.field && { field: matter.field }),
    ...(matter.status && { subjectStatus: matter.status }),
    ...(matter.on && { on: matter.on }),
  }));
  watch(
    matter,
    () => {
      last = { ...matter };
      const { subjectStatus: status, ...rest } = query.value as Record<string, string>;
      const { jurisdiction, ...others } = rest;
      void router.replace({
        query: { ...(jurisdiction && { jurisdiction }), ...others, ...(status && { status }) },
      });
    },
    { immediate: true },
  );
  return { matter, query };
}
