/** @file Calendar days, "YYYY-MM-DD": how they follow each other, and how a language writes them. */

import { dayMeant } from "./daymeant.js";

const DAY = 86400000;
const SUNDAY_FIRST = new Set(["US", "CA", "MX", "BR", "JP", "KR", "TW", "HK", "IN", "IL"]);
const WRITTEN = {
  short: { dateStyle: "medium" },
  long: { dateStyle: "full" },
  month: { year: "numeric", month: "long" },
  digits: { year: "numeric", month: "2-digit", day: "2-digit" },
};

const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

export function plusDays(day, days) {
  return dayOf(Date.parse(day) + days * DAY);
}

/** The same day of another month, or the last that month has. */
export function plusMonths(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return dayOf(last.setUTCDate(Math.min(date, last.getUTCDate())));
}

/** The days of one person's language. */
export class Days {
  #locale;
  #start;
  #formats = new Map();

  constructor(locale) {
    this.#locale = locale;
    this.#start = weekStart(new Intl.Locale(locale));
  }

  /** "Nov 26, 2026" */
  short(day) {
    return this.#write("short", day);
  }

  /** "Thursday, November 26, 2026" */
  long(day) {
    return this.#write("long", day);
  }

  /** "November 2026" */
  month(day) {
    return this.#write("month", day);
  }

  /** "11/26/2026": how a day is typed */
  digits(day) {
    return this.#write("digits", day);
  }

  /** The first day of the week that `day` is in. */
  weekOf(day) {
    const weekday = new Date(day).getUTCDay();
    return plusDays(day, -((weekday - this.#start + 7) % 7));
  }

  /** The seven names of the days of a week, in their order, short and long. */
  get weekdays() {
    const first = this.weekOf("2026-01-01");
    return [0, 1, 2, 3, 4, 5, 6].map((days) => {
      const date = new Date(plusDays(first, days));
      return ["short", "long"].map((weekday) => this.#format(`weekday ${weekday}`, { weekday }).format(date));
    });
  }

  /** The day somebody means who types this; null when it is none. `today` says which year a day without one is in. */
  meant(typed, today) {
    return dayMeant(typed, today, this.#locale);
  }

  #write(name, day) {
    return this.#format(name, WRITTEN[name]).format(new Date(day));
  }

  #format(name, options) {
    if (!this.#formats.has(name)) {
      this.#formats.set(name, new Intl.DateTimeFormat(this.#locale, { ...options, timeZone: "UTC", calendar: "gregory" }));
    }
    return this.#formats.get(name);
  }
}

/** The weekday on which weeks begin where the language is spoken: 1 is Monday, 7 is Sunday. Not every browser knows. */
function weekStart(locale) {
  const known = locale.getWeekInfo?.() ?? locale.weekInfo;
  return known?.firstDay ?? (SUNDAY_FIRST.has(locale.maximize().region) ? 7 : 1);
}
