import type { RouteRecordRaw } from "vue-router";

export const routes: RouteRecordRaw[] = [
  {
    path: "/tasks",
    name: "tasks",
    component: () => import("./TasksPage.vue"),
    meta: { title: "shell.nav.tasks", staff: true },
  },
  {
    path: "/cases",
    name: "cases",
    component: () => import("./CasesPage.vue"),
    meta: { title: "shell.nav.cases", staff: true },
  },
  {
    path: "/cases/:id",
    name: "case",
    props: true,
    component: () => import("./CasePage.vue"),
    meta: { title: "shell.nav.cases", staff: true },
  },
];
