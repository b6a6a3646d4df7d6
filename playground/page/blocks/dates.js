/** @file Dates and times, shown in the person's zone. */

import { h } from "../base/dom.js";
import { unixOf, wallAt } from "../text/zone.js";

export function dateOf(element, slot) {
  return picker("date", slot, (text) => text, (held) => held);
}

export function timeOf(element, slot) {
  return picker("time", slot, (text) => text, (held) => held);
}

/** A moment: the input shows wall time in the person's zone, the value is unix seconds. */
export function momentOf(element, slot) {
  const { zone } = slot.seat.times;
  return picker("datetime-local", slot, (text) => unixOf(text, zone), (held) => wallAt(held, zone));
}

/**
 * A browser calls every key that makes a valid date a change (the year 0002, 0020, 0202, 2026): what is typed
 * counts when the person is done with it, what is picked counts at once.
 */
function picker(type, slot, read, show) {
  let typing = false;
  const value = () => (input.value ? read(input.value) : null);
  const choose = () => {
    typing = false;
    slot.choose(value()).then(settle);
  };
  const input = h("input", {
    ...slot.names, type, class: "field date",
    onkeydown: (event) => { typing = event.key === "Enter" ? done() : typing || event.key !== "Tab"; },
    onpointerdown: () => { typing = done(); },
    onblur: () => done(),
    onchange: () => (typing ? keep() : choose()),
  });
  let waits = false;
  const keep = () => {
    waits = true;
    if (!slot.element.confirm) slot.keep(value());
  };
  const done = () => {
    if (waits) choose();
    waits = false;
    return false;
  };
  const settle = () => {
    const shown = slot.value === null ? "" : show(slot.value);
    if (input.value !== shown) input.value = shown;
  };
  if (!slot.ids.label) input.setAttribute("aria-label", slot.seat.words.choose);
  settle();
  return input;
}
