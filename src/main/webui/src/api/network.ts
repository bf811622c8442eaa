import { ref } from "vue";

/** Whether the server could be reached when last tried. */
export const reachable = ref(true);

const TRY_AGAIN_AFTER = 3000;

/** A call had no answer: from now on we look whether there is one again. */
export function lost(): void {
  if (!reachable.value) return;
  reachable.value = false;
  void waitForReturn();
}

export function heard(): void {
  reachable.value = true;
}

async function waitForReturn(): Promise<void> {
  while (!reachable.value) {
    await new Promise((goOn) => setTimeout(goOn, TRY_AGAIN_AFTER));
    try {
      if ((await fetch("/api/v1/login", { cache: "no-store" })).ok) heard();
    } catch {
      // Still away.
    }
  }
}

window.addEventListener("offline", lost);
