/** @file Dates and times, shown in the person's zone. */

import { h } from "../base/dom.js";
import { unixOf, wallAt } from "../text/zone.js";

const AS_IT_STANDS = { read: (text) => text, show: (held) => held };

export function dateOf(element, slot) {
  return new DateField("date", slot, AS_IT_STANDS).node;
}

export function timeOf(element, slot) {
  return new DateField("time", slot, AS_IT_STANDS).node;
}

/** A moment: the input shows wall time in the person's zone, the value is unix seconds. */
export function momentOf(element, slot) {
  const { zone } = slot.seat.times;
  return new DateField("datetime-local", slot, { read: (text) => unixOf(text, zone), show: (held) => wallAt(held, zone) }).node;
}

/**
 * A browser calls every key that makes a valid date a change (the year 0002, 0020, 0202, 2026): what is typed
 * counts when the person is done with it, what is picked counts at once.
 */
class DateField {
  #typing = false;
  #waits = false;

  /** @param {{read: (text: string) => any, show: (held: any) => string}} turn  what the input shows into what Slack carries, and back */
  constructor(type, slot, turn) {
    this.slot = slot;
    this.turn = turn;
    this.node = h("input", {
      ...slot.names, type, class: "field date",
      onkeydown: ({ key }) => this.#key(key), onpointerdown: () => this.#done(), onblur: () => this.#done(), onchange: () => this.#change(),
    });
    if (!slot.ids.label) this.node.setAttribute("aria-label", slot.seat.words.choose);
    this.#show();
  }

  get #value() {
    return this.node.value ? this.turn.read(this.node.value) : null;
  }

  #key(key) {
    if (key === "Enter") this.#done();
    else if (key !== "Tab") this.#typing = true;
  }

  #change() {
    this.#waits = true;
    if (!this.#typing) this.#done();
    else if (!this.slot.element.confirm) this.slot.keep(this.#value);
  }

  #done() {
    this.#typing = false;
    if (!this.#waits) return;
    this.#waits = false;
    this.slot.choose(this.#value).then(() => this.#show());
  }

  /** Show what is held, which is not what was chosen when the person then thought better of it. */
  #show() {
    const { value } = this.slot;
    const shown = value === null ? "" : this.turn.show(value);
    if (this.node.value !== shown) this.node.value = shown;
  }
}
