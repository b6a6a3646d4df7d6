/** @file Reading a day that a person typed: in digits, with the name of its month, or as the page writes it. */

const ISO = ["year", "month", "day"];
const LEAST_YEAR = 1000;

/**
 * @param {string} typed  "2026-11-26", "11/26", "26 Nov 2026", "2026年11月26日"
 * @param {string} today  "YYYY-MM-DD": its year is meant where none is typed
 * @param {string} locale  whose order of day and month counts
 * @returns {string|null} "YYYY-MM-DD", or null when it is no day
 */
export function dayMeant(typed, today, locale) {
  const text = typed.normalize("NFKC").toLowerCase().replace(/[年月日号]/g, " ");
  const numbers = text.match(/\d+/g) ?? [];
  const month = monthNamed(text.match(/\p{L}{3,}/gu) ?? [], locale);
  if (month === undefined) return null;
  const parts = month ? besides(month, numbers) : inOrder(numbers, order(locale));
  return parts ? day({ year: today.slice(0, 4), ...parts }) : null;
}

/** 1 to 12; null when no month is named, undefined when a word is neither a month nor a weekday. */
function monthNamed(words, locale) {
  const months = names(locale, { month: "long" }, (index) => Date.UTC(2026, index, 1), 12);
  const weekdays = names(locale, { weekday: "long" }, (index) => Date.UTC(2026, 0, index + 1), 7);
  const rest = words.filter((word) => !weekdays.some((name) => name.startsWith(word)));
  if (rest.length === 0) return null;
  const at = months.findIndex((name) => name.startsWith(rest[0]));
  return rest.length === 1 && at >= 0 ? at + 1 : undefined;
}

function names(locale, options, time, count) {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" });
  return Array.from({ length: count }, (_, index) => format.format(time(index)).toLowerCase());
}

/** The order in which a language writes "year", "month" and "day". */
function order(locale) {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: "short", calendar: "gregory" }).formatToParts();
  return parts.map(({ type }) => type).filter((type) => ISO.includes(type));
}

function besides(month, [first, second, ...more]) {
  if (!first || more.length) return null;
  const [date, year] = first.length > 2 ? [second, first] : [first, second];
  return date && { month, day: date, ...(year && { year }) };
}

function inOrder(numbers, usual) {
  const short = usual.filter((part) => part !== "year");
  const whole = numbers.length === 1 && numbers[0].length === 8;
  if (whole) return together(numbers[0], [...short, "year"]);
  if (numbers.length === 2) return named(short, numbers);
  if (numbers.length !== 3) return null;
  if (numbers[0].length === 4) return named(ISO, numbers);
  return named(numbers[2].length === 4 ? [...short, "year"] : usual, numbers);
}

/** Eight digits: the year stands first where that makes a day, last otherwise. */
function together(digits, yearLast) {
  const first = named(ISO, [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]);
  return day(first) ? first : named(yearLast, [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]);
}

const named = (parts, numbers) => Object.fromEntries(parts.map((part, index) => [part, numbers[index]]));

function day({ year, month, day: date }) {
  const full = Number(year) + (String(year).length === 2 ? 2000 : 0);
  const time = new Date(Date.UTC(full, month - 1, date));
  const exists = full >= LEAST_YEAR && full <= 9999 && time.getUTCMonth() === month - 1 && time.getUTCDate() === Number(date);
  return exists ? time.toISOString().slice(0, 10) : null;
}
