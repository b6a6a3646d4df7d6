/** @file Keeps the keyboard inside a dialogue. */

const FOCUSABLE = "a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled])";

/** What Tab reaches inside `node`, in order. */
export function focusable(node) {
  return [...node.querySelectorAll(FOCUSABLE)].filter((one) => !one.closest("[inert]") && (one.checkVisibility?.() ?? true));
}

/** Tab goes round inside `node`; Escape calls `leave`. */
export function trap(node, leave) {
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
    if (event.key === "Tab") round(event, node);
  });
}

function round(event, node) {
  const reach = focusable(node);
  const [first, last] = [reach[0], reach.at(-1)];
  const edge = event.shiftKey ? first : last;
  if (document.activeElement !== edge && document.activeElement !== node) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
