/** @file A date and a time side by side that are one moment, in the person's zone. */

import { h, newId } from "../base/dom.js";
import { unixOf, wallAt } from "../text/zone.js";
import { DateField } from "./datefield.js";
import { timePicker } from "./daytimes.js";
import { Slot } from "./slot.js";

const MORNING = "09:00";
const NOTHING = { date: null, time: null };

/** The value is unix seconds; a time without a date is shown, and is nothing yet. */
export class Moment {
  #slot;
  #parts;
  #date;
  #time;

  /** @param {Slot} slot */
  constructor(slot) {
    this.#slot = slot;
    this.#parts = this.#held;
    const { words, times } = slot.seat;
    const zone = h("span", { id: newId("zone"), class: "zone", title: times.zone }, times.zoneName());
    const date = h("span", { id: newId("part"), class: "unseen" }, words.datePart);
    const time = h("label", { id: newId("part"), class: "unseen", for: newId("time") }, words.timePart);
    this.#date = this.#dateField(part(slot, date, zone));
    this.#time = this.#timePicker(part(slot, time, zone));
    this.#time.input.id = time.htmlFor;
    this.node = h("div", { class: "moment" }, date, time, this.#date.node, h("div", { data: { focus: "time" } }, this.#time.node), zone);
  }

  #dateField(slot) {
    return new DateField({
      slot, placeholder: slot.seat.words.chooseDate,
      chosen: () => this.#parts.date,
      clearable: () => !slot.required && Boolean(this.#parts.date || this.#parts.time),
      pick: (date) => this.#choose(date ? { date } : NOTHING),
    });
  }

  /** The time goes when the date is cleared, not by itself. */
  #timePicker(slot) {
    const { chooseTime } = slot.seat.words;
    return timePicker(slot, { placeholder: chooseTime, keeps: true, chosen: () => this.#parts.time, pick: (time) => this.#choose({ time }) });
  }

  get #held() {
    const { value, seat } = this.#slot;
    if (value === null) return NOTHING;
    const [date, time] = wallAt(value, seat.times.zone).split("T");
    return { date, time };
  }

  /** Change a part and keep the other; a date without a time means the morning. */
  async #choose(change) {
    const before = this.#parts;
    const { date, time } = { ...before, ...change };
    this.#show({ date, time: time ?? (date && MORNING) });
    const value = date ? unixOf(`${date}T${this.#parts.time}`, this.#slot.seat.times.zone) : null;
    if (value === this.#slot.value) return true;
    const chosen = await this.#slot.choose(value);
    if (!chosen) this.#show(before);
    else if (date) this.#show(this.#held);
    return chosen;
  }

  #show(parts) {
    this.#parts = parts;
    this.#date.refresh();
    this.#time.refresh();
  }
}

/** The place of one part: its name goes with the element's label, the zone with its hints. */
function part(slot, name, zone) {
  const label = [slot.ids.label, name.id].filter(Boolean).join(" ");
  const hints = [slot.ids.hints, zone.id].filter(Boolean).join(" ");
  return new Slot(slot.surface, slot.block, slot.element, { label, hints });
}
