import type { RouteRecordRaw } from "vue-router";

/** The public side: nobody has to log in. */
export const routes: RouteRecordRaw[] = [
  { path: "/rules", name: "rules", component: () => import("./RulesPage.vue"), meta: { title: "shell.nav.rules" } },
  {
    path: "/before-acting",
    name: "before-acting",
    component: () => import("./BeforeActingPage.vue"),
    meta: { title: "shell.nav.beforeActing" },
  },
  {
    path: "/self-check",
    name: "self-check",
    component: () => import("./SelfCheckPage.vue"),
    meta: { title: "shell.nav.selfCheck" },
  },
];
