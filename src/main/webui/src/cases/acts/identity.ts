import { ElMessageBox } from "element-plus";
import "element-plus/es/components/message-box/style/css";
import type { OpenedIdentity } from "@/api/schema";

/** Whether the act opens who objected or remarked, which its answer tells once. */
export const opensIdentity = (act: string) => act.endsWith("-identity");

/** Shows who it is until it is closed; the page keeps nothing of it, and the server tells it no second time. */
export function showIdentity({ name, contact, person }: OpenedIdentity, t: (key: string) => string): void {
  const lines = [
    name && `${t("cases.identity.name")}: ${name}`,
    contact && `${t("cases.identity.contact")}: ${contact}`,
    person && `${t("cases.identity.login")}: ${person.name}`,
    t("cases.identity.once"),
  ];
  ElMessageBox.alert(lines.filter(Boolean).join("\n"), t("cases.identity.title"), {
    confirmButtonText: t("common.close"),
    customStyle: { whiteSpace: "pre-line" },
    closeOnClickModal: false,
  }).catch(() => undefined);
}
