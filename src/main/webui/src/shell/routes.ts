import type { RouteRecordRaw } from "vue-router";

export const routes: RouteRecordRaw[] = [
  { path: "/", name: "home", component: () => import("./HomePage.vue"), meta: { title: "shell.nav.home" } },
  {
    path: "/login",
    name: "login",
    component: () => import("./LoginPage.vue"),
    meta: { title: "shell.loginPage.title" },
  },
  { path: "/login/callback", name: "login-callback", component: () => import("./LoginCallback.vue") },
];
