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
  const input = picker("datetime-local", slot, (text) => unixOf(text, zone), (held) => wallAt(held, zone));
  return input;
}

function picker(type, slot, read, show) {
  const input = h("input", {
    ...slot.names, type, class: "field date",
    onchange: () => slot.choose(input.value ? read(input.value) : null),
  });
  if (!slot.ids.label) input.setAttribute("aria-label", slot.seat.words.choose);
  input.value = slot.value === null ? "" : show(slot.value);
  return input;
}
