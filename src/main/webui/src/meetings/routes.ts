import type { RouteRecordRaw } from "vue-router";

export const routes: RouteRecordRaw[] = [
  {
    path: "/meetings",
    name: "meetings",
    component: () => import("./MeetingsPage.vue"),
    meta: { title: "shell.nav.meetings", staff: true },
  },
];
