import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { ref, watch } from "vue";
import { language, translate } from "@/i18n";
import { me } from "@/session";
import { routes as cases } from "@/cases/routes";
import { routes as meetings } from "@/meetings/routes";
import { routes as policy } from "@/policy/routes";
import { routes as rules } from "@/rules/routes";
import { routes as shell } from "@/shell/routes";

declare module "vue-router" {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string;
    /** Only for those who are logged in. */
    staff?: boolean;
  }
}

const routes: RouteRecordRaw[] = [...shell, ...rules, ...policy, ...cases, ...meetings];
routes.push({ path: "/:unknown(.*)*", name: "unknown", component: () => import("@/shell/UnknownPage.vue") });

export const router = createRouter({
  history: createWebHistory("/console/"),
  routes,
  // What is chosen on a page stands in its query; choosing leaves the page where it is.
  scrollBehavior: (to, from, kept) => kept ?? (to.hash ? { el: to.hash } : to.path === from.path ? false : { top: 0 }),
});

router.beforeEach((to) => {
  if (to.meta.staff && me.value === null) return { name: "login", query: { then: to.fullPath } };
  return true;
});

/** What the page shown is about, such as a case's number, before the page's title. */
export const about = ref("");

function tellTitle() {
  const { title } = router.currentRoute.value.meta;
  document.title = [about.value, title ? translate(title) : "", translate("shell.product")].filter(Boolean).join(" · ");
}
router.afterEach((to, from) => {
  if (to.path !== from.path) about.value = "";
  tellTitle();
});
watch([language, about], tellTitle);
