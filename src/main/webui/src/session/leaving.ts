/** Whether the page is being left because somebody else has logged in on it. */
let forGood = false;

// Before any page can ask to stay: what it would keep belongs to the person who was here before.
window.addEventListener(
  "beforeunload",
  (event) => {
    if (forGood) event.stopImmediatePropagation();
  },
  { capture: true },
);

export function leaving(): boolean {
  return forGood;
}

/** Leaves the page with all that is in its memory, and starts anew as whoever has logged in. */
export function leaveForGood(): void {
  forGood = true;
  location.replace("/console/");
}
