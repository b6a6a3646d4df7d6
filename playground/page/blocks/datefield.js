/** @file A field for a day: it can be typed, or chosen from the calendar that hangs there. */

import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { Days } from "../text/days.js";
import { dateAt } from "../text/zone.js";
import { Calendar } from "./calendar.js";
import { Popup } from "./popup.js";

export class DateField {
  #given;
  #days;
  #words;

  /**
   * @param {object} given
   * @param {import("./slot.js").Slot} given.slot
   * @param {string} given.placeholder
   * @param {() => string|null} given.chosen  the day that is held
   * @param {() => boolean} given.clearable
   * @param {(day: string|null) => Promise<boolean>} given.pick  false when the person thought better of it
   */
  constructor(given) {
    this.#given = given;
    const { words, times } = given.slot.seat;
    this.#words = words;
    this.#days = new Days(times.locale);
    this.calendar = new Calendar({ days: this.#days, words, today: () => this.#today, onchoose: (day) => this.#choose(day) });
    this.input = this.#field(given);
    this.clear = h("button", { type: "button", class: "clear", "aria-label": words.clear, onclick: (event) => this.#empty(event) }, icon("cross"));
    const box = h("div", { class: "picker-box", onclick: () => this.#open() }, this.input, this.clear, icon("calendar"));
    this.popup = new Popup(box, this.calendar.node, {
      expands: this.input, onopen: () => this.calendar.show(given.chosen()), onaway: () => this.#leave(), onclose: () => this.refresh(),
    });
    this.refresh();
    this.node = h("div", { class: "picker single date", onfocusout: (event) => this.#left(event) }, box, this.calendar.node);
  }

  /** Show what is held, and nothing half typed. */
  refresh() {
    this.#show(this.#given.chosen());
  }

  get #today() {
    const { seat } = this.#given.slot;
    return dateAt(seat.now(), seat.times.zone);
  }

  #field({ slot, placeholder }) {
    return h("input", {
      ...slot.names, type: "text", role: "combobox", class: "search", autocomplete: "off", spellcheck: "false", placeholder,
      "aria-label": slot.ids.label ? null : placeholder, "aria-haspopup": "grid", "aria-controls": this.calendar.grid.id,
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event),
    });
  }

  #show(day) {
    this.input.value = day === null ? "" : this.#days.short(day);
    this.clear.hidden = !this.#given.clearable();
  }

  #open() {
    this.input.focus();
    this.popup.show();
    this.input.select();
  }

  /** The calendar goes along with what is typed. */
  #typed() {
    this.popup.show();
    const { value } = this.input;
    const day = this.#meant;
    const note = value && !day ? this.#words.typeDate(this.#days.digits(this.#today)) : "";
    this.calendar.show(this.#given.chosen(), day ?? undefined, note);
  }

  /** The day that stands there; null where none does. */
  get #meant() {
    return this.#days.meant(this.input.value, this.#today);
  }

  #key(event) {
    if (event.isComposing) return;
    const changed = this.popup.open && this.input.value !== this.#written;
    if (event.key === "Tab") this.#leave();
    else if (event.key === "Enter" && changed) this.#enter();
    else if (event.key === "ArrowDown" || event.key === "Enter") this.#down();
    else return;
    if (event.key !== "Tab") event.preventDefault();
  }

  get #written() {
    const day = this.#given.chosen();
    return day === null ? "" : this.#days.short(day);
  }

  #enter() {
    const emptied = this.input.value === "" && this.#given.clearable();
    if (this.#meant || emptied) this.#choose(this.#meant);
  }

  #down() {
    this.popup.show();
    this.calendar.focus();
  }

  #left({ relatedTarget }) {
    if (!this.node.contains(relatedTarget)) this.#leave();
  }

  /** What was typed counts when the person goes on; what is no day does not. */
  #leave() {
    if (!this.popup.open) return;
    if (this.input.value !== this.#written) this.#enter();
    this.popup.close();
  }

  #empty(event) {
    event.stopPropagation();
    this.#choose(null);
    this.input.focus();
  }

  /** Show the new day while the element's question stands; on "no" what is held comes back. */
  async #choose(day) {
    const inside = this.calendar.node.contains(document.activeElement);
    this.popup.close();
    if (inside) this.input.focus();
    if (day === this.#given.chosen()) return;
    this.#show(day);
    await this.#given.pick(day);
    this.refresh();
  }
}
