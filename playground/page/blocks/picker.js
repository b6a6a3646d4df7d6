/** @file A searchable list, for one choice or many: the combobox of all selects. */

import { fill, h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { Listbox } from "./listbox.js";
import { Popup } from "./popup.js";

export class Picker {
  #given;
  #values;
  #chips = h("span", { class: "chips" });
  #heard = h("span", { class: "unseen", role: "status" });

  /**
   * @param {object} given
   * @param {import("./slot.js").Slot} given.slot
   * @param {import("./source.js").Choices|import("./source.js").Suggestions} given.source
   * @param {boolean} given.many
   * @param {string} given.placeholder
   * @param {boolean} [given.keeps]  a choice can be changed, not taken back
   * @param {number} given.most  how many may be chosen
   * @param {() => string[]} given.chosen  the values that are held
   * @param {(values: string[]) => Promise<boolean>} given.pick  false when the person thought better of it
   */
  constructor(given) {
    const { slot, many, source } = given;
    this.#given = given;
    this.#values = given.chosen();
    this.words = slot.seat.words;
    this.input = this.#field(given);
    this.clear = h("button", { type: "button", class: "clear", "aria-label": this.words.clear, onclick: (event) => this.#empty(event) }, icon("cross"));
    this.list = new Listbox({ many, input: this.input, onchoose: (value) => this.#choose(value) });
    const box = h("div", { class: "picker-box", onclick: () => this.#open() }, this.#chips, this.input, this.clear, icon("down"));
    this.popup = new Popup(box, this.list.node, {
      expands: this.input,
      onopen: () => this.#offer(""),
      onaway: () => this.#leave(),
      onclose: () => {
        source.stop();
        this.#settle();
      },
    });
    this.#settle();
    this.node = h("div", { class: `picker ${many ? "many" : "single"}`, data: { actionId: slot.element.action_id ?? "" } }, box, this.#heard, this.list.node);
  }

  #field({ slot, placeholder }) {
    return h("input", {
      type: "text", role: "combobox", class: "search", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
      "aria-labelledby": slot.ids.label, "aria-describedby": slot.ids.hints, "aria-required": slot.required ? "true" : null,
      "aria-label": slot.ids.label ? null : placeholder,
      data: slot.element.focus_on_load ? { focusFirst: "" } : {},
      oninput: () => this.#search(), onkeydown: (event) => this.#key(event), onblur: () => this.#leave(),
    });
  }

  /** Show what is held. */
  refresh() {
    this.#values = this.#given.chosen();
    this.#settle();
  }

  #open() {
    this.input.focus();
    this.popup.show();
    this.input.select();
  }

  #search() {
    const typed = this.input.value;
    this.popup.show();
    this.#offer(typed);
  }

  /** The part of the list that fits what is typed; nothing typed is the whole list. */
  #offer(typed) {
    this.#given.source.offer(typed, (choices, instead) => {
      this.list.show(choices, this.#values, instead);
      this.#heard.textContent = choices.length ? this.words.found(choices.length) : instead;
    });
  }

  /** Show what is chosen, and nothing half searched. */
  #settle() {
    const { many, source, placeholder, slot, keeps } = this.#given;
    const labels = this.#values.map((value) => source.labelOf(value));
    this.input.value = many ? "" : labels[0] ?? "";
    this.input.placeholder = this.#values.length ? "" : placeholder;
    this.clear.hidden = this.#values.length === 0 || slot.required || keeps;
    this.input.removeAttribute("aria-activedescendant");
    this.#heard.textContent = "";
    if (many) fill(this.#chips, this.#values.map((value, index) => this.#chip(value, labels[index])));
  }

  #chip(value, label) {
    const drop = (event) => {
      event.stopPropagation();
      this.#change(this.#values.filter((one) => one !== value));
      this.input.focus();
    };
    return h("span", { class: "chip", data: { chosen: value } }, label,
      h("button", { type: "button", "aria-label": this.words.remove(label), onclick: drop }, icon("cross")));
  }

  #empty(event) {
    event.stopPropagation();
    this.#change([]);
    this.input.focus();
  }

  /** Show the new choice while the element's question stands; on "no" what is held comes back. */
  async #change(values) {
    this.#values = values;
    this.#settle();
    if (!(await this.#given.pick(values))) this.refresh();
  }

  #choose(value) {
    const { many, most } = this.#given;
    const others = this.#values.filter((one) => one !== value);
    if (!many) this.#change([value]);
    else if (others.length < this.#values.length) this.#change(others);
    else if (others.length < most) this.#change([...others, value]);
    if (many && this.popup.open) this.#offer("");
    else this.popup.close();
  }

  /** Close the list. Where any text can mean a choice, what was typed counts although nothing was chosen from it. */
  #leave() {
    const { source } = this.#given;
    const typed = this.input.value;
    const emptied = typed === "" && !this.clear.hidden;
    const meant = source.meant?.(typed);
    this.popup.close();
    if (source.meant && (meant || emptied) && meant !== this.#values[0]) this.#change(meant ? [meant] : []);
  }

  #key(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.popup.open) this.list.move(step);
    else if (step) this.#open();
    else if (event.key === "Enter" && this.popup.open) this.list.pick();
    else if (event.key === "Backspace" && this.#given.many && !this.input.value && this.#values.length) this.#change(this.#values.slice(0, -1));
    else return;
    event.preventDefault();
  }
}
