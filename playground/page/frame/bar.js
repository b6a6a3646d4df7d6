/** @file The page's own buttons: two people, the tour, the developer's drawer, start over. */

import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";

const BUTTONS = [["pair", "pair"], ["tour", "flag"], ["drawer", "terminal"], ["restart", "again"]];

export class Bar {
  #buttons = {};

  /** @param {Object<string, () => void>} press  what each button does, by its name */
  constructor(press) {
    for (const [name, picture] of BUTTONS) {
      this.#buttons[name] = h("button", { type: "button", class: "house-button", data: { house: name }, onclick: press[name] }, icon(picture), h("span"));
    }
    this.title = h("strong", { class: "house-title" });
    this.node = h("nav", { class: "house" }, this.title, h("div", { class: "house-buttons" }, Object.values(this.#buttons)));
    const widths = new ResizeObserver(() => document.body.style.setProperty("--house", `${this.node.offsetWidth}px`));
    widths.observe(this.node);
  }

  /**
   * @param {object} words
   * @param {{pair: boolean, drawer: boolean, tour: boolean, roomForTwo: boolean, progress: string|null}} now
   *   what is open; `progress` of the tour, null where there is none
   */
  draw(words, { roomForTwo, progress, ...open }) {
    this.node.setAttribute("aria-label", words.house);
    this.node.lang = words.language;
    this.title.textContent = words.workspace;
    const names = { pair: words.twoPeople, tour: progress || words.tour, drawer: words.developer, restart: words.startOver };
    const hints = { pair: words.twoPeopleHint, tour: words.tourHint, drawer: words.drawerHint, restart: words.startOverHint };
    for (const [name, button] of Object.entries(this.#buttons)) {
      button.lastChild.textContent = names[name];
      button.title = hints[name];
      button.setAttribute("aria-label", names[name]);
      if (name in open) button.setAttribute("aria-pressed", String(open[name]));
    }
    this.#buttons.pair.hidden = !roomForTwo;
    this.#buttons.tour.hidden = progress === null;
  }

  focus(name) {
    this.#buttons[name].focus();
  }
}
