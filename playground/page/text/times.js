/** @file How times read: in the person's zone and the way their language writes them. */

import { daysBetween } from "./zone.js";

const DATES = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};
const STEPS = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60]];

/** The times of one person. `now` is asked anew each time, because the playground's clock jumps. */
export class Times {
  #locale;
  #zone;
  #now;
  #formats = new Map();

  constructor({ locale, tz }, now) {
    this.#locale = locale || "en-US";
    this.#zone = tz || "UTC";
    this.#now = now;
  }

  get locale() {
    return this.#locale;
  }

  get zone() {
    return this.#zone;
  }

  /** "Eastern Time": what the person's language calls a zone, theirs if none is given */
  zoneName(zone = this.#zone) {
    const format = new Intl.DateTimeFormat(this.#locale, { timeZone: zone, timeZoneName: "longGeneric" });
    return format.formatToParts(new Date(this.#now() * 1000)).find(({ type }) => type === "timeZoneName").value;
  }

  /** "9:05 AM" */
  time(unix) {
    return this.#format("time", unix);
  }

  /** "Tuesday, 6 January 2026, 9:05 AM": the tooltip of a short time */
  full(unix) {
    return `${this.#format("date_long", unix)}, ${this.#format("time", unix)}`;
  }

  /** "Tue 6 Jan": the date in the clock */
  short(unix) {
    return this.#format("weekday", unix, { weekday: "short", month: "short", day: "numeric" });
  }

  /** "Today", "Yesterday" or the long date: the line between two days of messages */
  day(unix) {
    return this.#near(unix) ?? this.#format("day", unix, { weekday: "long", month: "long", day: "numeric" });
  }

  /** "in 2 days", "3 hours ago" */
  ago(unix) {
    const away = unix - this.#now();
    const [unit, seconds] = STEPS.find(([, size]) => Math.abs(away) >= size) ?? ["second", 1];
    return new Intl.RelativeTimeFormat(this.#locale, { numeric: "auto" }).format(Math.round(away / seconds), unit);
  }

  /** Slack's date tokens: `{date_short} at {time}` and their relatives. Unknown tokens stay as written. */
  tokens(unix, pattern) {
    return pattern.replace(/\{(\w+)\}/g, (whole, token) => {
      if (token === "ago") return this.ago(unix);
      const plain = token.replace(/_pretty$/, "");
      const near = plain === token ? null : this.#near(unix);
      return near ?? (plain in DATES ? this.#format(plain, unix) : whole);
    });
  }

  #near(unix) {
    const days = daysBetween(this.#now(), unix, this.#zone);
    if (Math.abs(days) > 1) return null;
    const word = new Intl.RelativeTimeFormat(this.#locale, { numeric: "auto" }).format(days, "day");
    return word.charAt(0).toUpperCase() + word.slice(1);
  }

  #format(name, unix, options = DATES[name]) {
    if (!this.#formats.has(name)) {
      this.#formats.set(name, new Intl.DateTimeFormat(this.#locale, { timeZone: this.#zone, ...options }));
    }
    return this.#formats.get(name).format(new Date(unix * 1000));
  }
}
