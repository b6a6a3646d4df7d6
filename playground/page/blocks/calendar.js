/** @file A month of days to choose from, in the person's language. The keys are those of the ARIA grid. */

import { h, newId } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { plusDays, plusMonths } from "../text/days.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export class Calendar {
  #told;
  #chosen = null;
  #active = "";
  #month = h("strong", { id: newId("month"), class: "month", "aria-live": "polite" });
  /** Six weeks of days, filled anew for each month: a day that goes away would take the keyboard with it. */
  #cells = Array.from({ length: 42 }, () => h("span", { role: "gridcell", class: "calendar-day", onclick: ({ currentTarget }) => this.#told.onchoose(currentTarget.dataset.value) }));
  #note = h("div", { class: "calendar-note", role: "status" });

  /**
   * @param {object} told
   * @param {import("../text/days.js").Days} told.days
   * @param {object} told.words
   * @param {() => string} told.today
   * @param {(day: string) => void} told.onchoose
   */
  constructor(told) {
    this.#told = told;
    const { days, words } = told;
    const heads = days.weekdays.map(([short, long]) => h("span", { role: "columnheader", "aria-label": long }, short));
    this.grid = h("div", { id: newId("grid"), role: "grid", "aria-labelledby": this.#month.id, onkeydown: (event) => this.#key(event) },
      h("div", { role: "row", class: "week" }, heads),
      [0, 7, 14, 21, 28, 35].map((start) => h("div", { role: "row", class: "week" }, this.#cells.slice(start, start + 7))));
    this.node = h("div", {
      class: "popup calendar", role: "group", "aria-label": words.chooseDate, onmousedown: (event) => event.preventDefault(),
    }, h("div", { class: "months" }, this.#turner("left", words.previousMonth, -1), this.#month, this.#turner("right", words.nextMonth, 1)),
    this.grid, this.#note);
  }

  /**
   * Show the month of a day.
   * @param {string|null} chosen  the day that is marked
   * @param {string} [at]  the day the keyboard is at
   * @param {string} [note]  what is wrong with what was typed
   */
  show(chosen, at = chosen ?? this.#told.today(), note = "") {
    this.#chosen = chosen;
    this.#note.textContent = note;
    this.#go(at);
  }

  /** Take the keyboard. */
  focus() {
    this.grid.querySelector("[tabindex='0']").focus();
  }

  #turner(mark, label, months) {
    return h("button", {
      type: "button", class: "plain", "aria-label": label, title: label, data: { month: String(months) },
      onclick: () => this.#go(plusMonths(this.#active, months)),
    }, icon(mark));
  }

  #go(day) {
    const { days } = this.#told;
    const first = days.weekOf(`${day.slice(0, 8)}01`);
    this.#active = day;
    const month = days.month(day);
    if (this.#month.textContent !== month) this.#month.textContent = month;
    const today = this.#told.today();
    this.#cells.forEach((cell, index) => this.#fill(cell, plusDays(first, index), today));
  }

  #fill(cell, day, today) {
    cell.textContent = String(Number(day.slice(8)));
    cell.dataset.value = day;
    cell.tabIndex = day === this.#active ? 0 : -1;
    cell.classList.toggle("other", day.slice(0, 7) !== this.#active.slice(0, 7));
    cell.setAttribute("aria-label", this.#told.days.long(day));
    cell.setAttribute("aria-selected", String(day === this.#chosen));
    cell.setAttribute("aria-current", day === today ? "date" : "false");
  }

  #key(event) {
    const to = this.#target(event);
    if (to) {
      this.#go(to);
      this.focus();
    } else if (event.key === "Enter" || event.key === " ") this.#told.onchoose(this.#active);
    else return;
    event.preventDefault();
  }

  #target({ key, shiftKey }) {
    if (key in STEPS) return plusDays(this.#active, STEPS[key]);
    const start = this.#told.days.weekOf(this.#active);
    const months = shiftKey ? 12 : 1;
    return { Home: start, End: plusDays(start, 6), PageUp: plusMonths(this.#active, -months), PageDown: plusMonths(this.#active, months) }[key];
  }
}
