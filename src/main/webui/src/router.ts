import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { watch } from "vue";
import { language, translate } from "@/i18n";
import { me } from "@/session";
import { routes as cases } from "@/cases/routes";
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

const routes: RouteRecordRaw[] = [...shell, ...rules, ...policy, ...cases];
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

function tellTitle() {
  const { title } = router.currentRoute.value.meta;
  document.title = (title ? `${translate(title)} · ` : "") + translate("shell.product");
}
router.afterEach(tellTitle);
watch(language, tellTitle);
