/** @file F6 goes from one area of the page to the next: the seats, the tour, the drawer. */

import { focusable } from "../base/trap.js";

const last = new WeakMap();

/** @param {() => HTMLElement[]} areas  in their order; those that are hidden are left out */
export function turnBetween(areas) {
  document.addEventListener("focusin", ({ target }) => {
    const area = areas().find((node) => node.contains(target));
    if (area && area !== target) last.set(area, target);
  });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const reach = areas().filter((node) => node.isConnected && !node.hidden);
    const at = reach.findIndex((node) => node.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    enter(reach[at < 0 ? 0 : (at + step + reach.length) % reach.length]);
  });
}

/** What had the focus there last; in a dialogue else its first field, in a seat else its composer. */
function enter(area) {
  const before = last.get(area);
  const dialogue = area.querySelector("[aria-modal]");
  const within = dialogue ?? area;
  const first = within.querySelector(dialogue ? "[data-focus-first]" : "[data-testid=composer]");
  const body = dialogue?.querySelector(".dialog-body");
  const candidates = [before && within.contains(before) && before, first, ...(body ? focusable(body) : []), ...focusable(within), area];
  for (const one of candidates.filter(Boolean)) {
    one.focus({ preventScroll: true });
    if (document.activeElement === one) return;
  }
}
