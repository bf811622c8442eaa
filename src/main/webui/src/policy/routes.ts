import type { RouteRecordRaw } from "vue-router";

const meta = { title: "shell.nav.policies", staff: true };

/** The policy desk. Everything about one version is a part of its own under the version's page. */
export const routes: RouteRecordRaw[] = [
  { path: "/policies", name: "policies", component: () => import("./PoliciesPage.vue"), meta },
  {
    path: "/policies/:jurisdiction/:name",
    name: "policy",
    props: true,
    component: () => import("./PolicyPage.vue"),
    meta,
  },
  {
    path: "/policies/:jurisdiction/:name/versions/:number(\\d+)",
    name: "version",
    component: () => import("./VersionPage.vue"),
    props: true,
    meta,
    redirect: (to) => ({ name: "version-tables", params: to.params }),
    children: [
      { path: "tables", name: "version-tables", component: () => import("./TablesPart.vue"), meta },
      { path: "items", name: "version-items", component: () => import("./ItemsPart.vue"), meta },
      { path: "trial", name: "version-trial", component: () => import("./TrialPart.vue"), meta },
      { path: "tests", name: "version-tests", component: () => import("./TestsPart.vue"), meta },
      { path: "diff", name: "version-diff", component: () => import("./DiffPart.vue"), meta },
      { path: "impact", name: "version-impact", component: () => import("./ImpactPart.vue"), meta },
      { path: "approval", name: "version-approval", component: () => import("./ApprovalPart.vue"), meta },
    ],
  },
];
