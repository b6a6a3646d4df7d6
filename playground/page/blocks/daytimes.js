/** @file A picker for the time of day: its list has every half hour, and any other time can be typed. */

import { Hours } from "../text/hours.js";
import { Picker } from "./picker.js";

const HALVES = Array.from({ length: 48 }, (_, index) => `${String(index >> 1).padStart(2, "0")}:${index % 2 ? "30" : "00"}`);
const EXAMPLE = "09:30";

/**
 * @param {import("./slot.js").Slot} slot
 * @param {{placeholder: string, keeps?: boolean, chosen: () => string|null, pick: (time: string|null) => Promise<boolean>}} given
 *   as a picker takes it, for one time of day, "HH:MM"
 * @returns {Picker}
 */
export function timePicker(slot, { chosen, pick, ...given }) {
  const { times, words } = slot.seat;
  const picker = new Picker({
    ...given, slot, many: false, most: 1,
    source: new DayTimes(new Hours(times.locale), words, chosen),
    chosen: () => [chosen()].filter(Boolean),
    pick: async ([time = null]) => time === chosen() || pick(time),
  });
  picker.node.classList.add("time");
  return picker;
}

/** The choices of such a picker. */
class DayTimes {
  /**
   * @param {import("../text/hours.js").Hours} hours
   * @param {object} words
   * @param {() => string|null} chosen  stands in the list too when it is no half hour
   */
  constructor(hours, words, chosen) {
    this.hours = hours;
    this.words = words;
    this.chosen = chosen;
  }

  /** Show the times that the typed text means, then those that begin with it. */
  offer(typed, show) {
    const asked = typed.trim().toLowerCase();
    const begins = (time) => [time, this.hours.write(time).toLowerCase()].some((text) => text.startsWith(asked));
    const times = asked ? [...this.hours.meant(asked), ...HALVES.filter(begins)] : [...HALVES, this.chosen() ?? HALVES[0]].sort();
    show([...new Set(times)].map((value) => ({ value, label: this.labelOf(value) })), this.words.typeTime(this.labelOf(EXAMPLE)));
  }

  labelOf(value) {
    return this.hours.write(value);
  }

  /** The time that was typed, for a person who goes on without choosing from the list. */
  meant(typed) {
    return this.hours.meant(typed)[0];
  }

  /** Nobody looks any more. */
  stop() {}
}
