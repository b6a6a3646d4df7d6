/** @file The rows of a picker's list, one of them active. */

import { avatar } from "../base/avatar.js";
import { fill, h, newId } from "../base/dom.js";
import { channelIcon, icon } from "../base/icons.js";

/** @typedef {{value: string, label: string, note?: string, group?: string, person?: object, mark?: string}} Choice */

export class Listbox {
  #active = 0;
  #rows = [];

  /**
   * @param {{many: boolean, onchoose: (value: string) => void, input: HTMLInputElement}} told
   *   `input` keeps the focus and says which row is active
   */
  constructor({ many, onchoose, input }) {
    this.input = input;
    this.onchoose = onchoose;
    this.node = h("div", {
      id: newId("list"), class: "popup listbox", role: "listbox", "aria-multiselectable": many ? "true" : null,
      onmousedown: (event) => event.preventDefault(),
    });
    input.setAttribute("aria-controls", this.node.id);
  }

  /**
   * @param {Choice[]} choices
   * @param {string[]} chosen  values that carry a tick
   * @param {string} nothing  what stands there when there is no choice
   */
  show(choices, chosen, nothing) {
    this.#rows = choices.map((choice, index) => this.#row(choice, index, chosen.includes(choice.value)));
    const heads = choices.map(({ group }, index) => group && group !== choices[index - 1]?.group && group);
    fill(this.node,
      choices.length === 0 && h("div", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, nothing),
      this.#rows.map((row, index) => [heads[index] && h("div", { class: "group", role: "presentation" }, heads[index]), row]));
    this.#mark(Math.max(0, choices.findIndex(({ value }) => chosen.includes(value))));
  }

  /** Go up or down, round the ends. */
  move(step) {
    if (this.#rows.length) this.#mark((this.#active + step + this.#rows.length) % this.#rows.length);
  }

  /** Choose the active row. */
  pick() {
    this.#rows[this.#active]?.click();
  }

  #row({ value, label, note, person, mark }, index, ticked) {
    return h("div", {
      id: `${this.node.id}-${index}`, role: "option", class: "option", data: { value },
      "aria-selected": String(ticked), onclick: () => this.onchoose(value),
    }, person && avatar(person, "small"), mark && channelIcon(mark),
    h("span", { class: "option-text" }, h("span", {}, label), note && h("span", { class: "description" }, note)),
    icon("tick"));
  }

  #mark(active) {
    this.#active = active;
    this.#rows.forEach((row, index) => row.classList.toggle("active", index === active));
    const row = this.#rows[active];
    if (!row) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    this.input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }
}
