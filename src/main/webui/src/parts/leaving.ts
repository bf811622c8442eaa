import { ElMessageBox } from "element-plus";
import "element-plus/es/components/message-box/style/css";
import { onBeforeUnmount, onMounted } from "vue";
import { onBeforeRouteLeave } from "vue-router";
import { translate } from "@/i18n";

/** Asks before a page is left on which something would be lost. */
export function useLeaveGuard(wouldLose: () => boolean, text = () => translate("common.leaving.text")): void {
  onBeforeRouteLeave(async () => {
    if (!wouldLose()) return true;
    return ElMessageBox.confirm(text(), translate("common.leaving.title"), {
      confirmButtonText: translate("common.leaving.leave"),
      cancelButtonText: translate("common.leaving.stay"),
      type: "warning",
    }).then(
      () => true,
      () => false,
    );
  });
  const ask = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault();
  };
  onMounted(() => window.addEventListener("beforeunload", ask));
  onBeforeUnmount(() => window.removeEventListener("beforeunload", ask));
}
