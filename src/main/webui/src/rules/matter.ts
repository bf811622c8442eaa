import { computed, reactive, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import type { SubjectStatus } from "@/api/schema";
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
  const route = useRoute();
  const router = useRouter();
  const told = (name: string) => (typeof route.query[name] === "string" ? route.query[name] : "");
  const matter = reactive<Matter>({
    jurisdiction: told("jurisdiction") || last?.jurisdiction || me.value?.person.jurisdiction || "",
    field: told("field") || last?.field || "",
    status: (told("status") || last?.status || "") as Matter["status"],
    on: told("on"),
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
      if (matter.jurisdiction) void router.replace({ query: { ...rest, ...(status && { status }) } });
    },
    { immediate: true },
  );
  return { matter, query };
}
