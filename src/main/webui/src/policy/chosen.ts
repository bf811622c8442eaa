import { ref, watch, type Ref } from "vue";
import { useRoute, useRouter } from "vue-router";

/** What is chosen on a page, kept in the address: a reload or a link comes back to it. */
export function useChosen(name: string): Ref<string> {
  const route = useRoute();
  const router = useRouter();
  const told = () => (typeof route.query[name] === "string" ? route.query[name] : "");
  const chosen = ref(told());
  const page = route.name;
  watch(chosen, (now) => {
    if (route.name === page && now !== told())
      void router.replace({ query: { ...route.query, [name]: now || undefined } });
  });
  watch(told, (now) => {
    if (route.name === page && now) chosen.value = now;
  });
  return chosen;
}
