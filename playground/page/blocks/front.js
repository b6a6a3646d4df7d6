/** @file Dialogues that stand in front of everything else in one seat. */

import { h } from "../base/dom.js";

/**
 * Put a dialogue in front; what is behind it in this seat cannot be reached until it leaves.
 * @param {import("../seat/seat.js").Seat} seat
 * @param {(leave: () => void) => HTMLElement} make  the dialogue; `leave` takes it away and gives the focus back
 * @returns {HTMLElement} the dialogue, in the page
 */
export function inFront(seat, make) {
  const before = document.activeElement;
  const leave = () => {
    layer.remove();
    seat.asking(false);
    before?.focus?.();
  };
  const node = make(leave);
  const layer = h("div", { class: "layer" }, node);
  seat.asking(true);
  seat.node.append(layer);
  return node;
}
