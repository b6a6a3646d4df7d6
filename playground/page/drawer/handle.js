/** @file The edge by which the drawer is made higher or lower, by mouse, finger or arrow keys. */

import { h } from "../base/dom.js";

const LEAST = 140;
const USUAL = 320;
const STEP = 32;
const STEPS = { ArrowUp: STEP, ArrowDown: -STEP, PageUp: 4 * STEP, PageDown: -4 * STEP };
const LEFT_FREE = 200;  // pixels that stay for the seats

export class Handle {
  #height = USUAL;

  /** @param {(height: number) => void} told  in pixels */
  constructor(told) {
    this.told = told;
    this.node = h("div", {
      class: "drawer-handle", role: "separator", tabindex: "0", "aria-orientation": "horizontal", "aria-valuemin": String(LEAST), data: { testid: "drawer-handle" },
      onkeydown: (event) => this.#key(event), onpointerdown: (event) => this.#grab(event),
    });
    window.addEventListener("resize", () => this.set(this.#height));
  }

  name(word) {
    this.node.setAttribute("aria-label", word);
  }

  set(height) {
    const most = Math.max(LEAST, window.innerHeight - LEFT_FREE);
    this.#height = Math.round(Math.max(LEAST, Math.min(most, Number(height) || USUAL)));
    this.node.setAttribute("aria-valuemax", String(most));
    this.node.setAttribute("aria-valuenow", String(this.#height));
    this.told(this.#height);
  }

  #key(event) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    this.set(this.#height + step);
  }

  #grab(event) {
    const [from, height] = [event.clientY, this.#height];
    const move = ({ clientY }) => this.set(height + from - clientY);
    this.node.setPointerCapture(event.pointerId);
    this.node.addEventListener("pointermove", move);
    this.node.addEventListener("lostpointercapture", () => this.node.removeEventListener("pointermove", move), { once: true });
  }
}
