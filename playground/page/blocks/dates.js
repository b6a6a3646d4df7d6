/** @file The date and time pickers, as the person's language writes dates and times. */

import { h, newId } from "../base/dom.js";
import { plain } from "../text/texts.js";
import { DateField } from "./datefield.js";
import { timePicker } from "./daytimes.js";
import { Moment } from "./moment.js";
import { Slot } from "./slot.js";

export function dateOf(element, slot) {
  return new DateField({
    slot, placeholder: plain(element.placeholder) || slot.seat.words.chooseDate,
    chosen: () => slot.value,
    clearable: () => slot.value !== null && !slot.required,
    pick: (day) => slot.choose(day),
  }).node;
}

/** A time of day; a zone that the app names stands under it. */
export function timeOf(element, slot) {
  const { words, times } = slot.seat;
  const given = { placeholder: plain(element.placeholder) || words.chooseTime, chosen: () => slot.value, pick: (time) => slot.choose(time) };
  if (!element.timezone) return timePicker(slot, given).node;
  const zone = h("div", { id: newId("zone"), class: "zone", title: element.timezone }, times.zoneName(element.timezone));
  const hints = [slot.ids.hints, zone.id].filter(Boolean).join(" ");
  const described = new Slot(slot.surface, slot.block, slot.element, { ...slot.ids, hints });
  return h("div", {}, timePicker(described, given).node, zone);
}

export function momentOf(_element, slot) {
  return new Moment(slot).node;
}
