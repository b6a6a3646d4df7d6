/** @file Wall-clock time in a person's zone, and back to unix seconds. Walls are "YYYY-MM-DDTHH:MM". */

const DAY = 86400;
const formats = new Map();

function format(zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23", calendar: "gregory",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    }));
  }
  return formats.get(zone);
}

/** The wall clock of `zone` at `unix` seconds, as numbers by name: year, month (1-12), day, hour, minute, second. */
export function clockAt(unix, zone) {
  const pairs = format(zone).formatToParts(new Date(Math.floor(unix) * 1000));
  return Object.fromEntries(pairs.filter(({ type }) => type !== "literal").map(({ type, value }) => [type, Number(value)]));
}

/** Seconds that `zone` is ahead of UTC at `unix`. */
export function offsetAt(unix, zone) {
  const { year, month, day, hour, minute, second } = clockAt(unix, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - Math.floor(unix);
}

/** The wall time a `datetime-local` input shows for `unix`. */
export function wallAt(unix, zone) {
  return new Date((Math.floor(unix) + offsetAt(unix, zone)) * 1000).toISOString().slice(0, 16);
}

/**
 * Unix seconds of a wall time. An hour that comes twice (autumn) means its first coming; a time
 * that does not exist (spring) means as much later as the clock jumped, as calendars do.
 */
export function unixOf(wall, zone) {
  const naive = Date.parse(`${wall}Z`) / 1000;
  const earlier = naive - offsetAt(naive - DAY, zone);
  const later = naive - offsetAt(naive + DAY, zone);
  const right = [earlier, later].filter((unix) => wallAt(unix, zone) === wall.slice(0, 16));
  return right.length ? Math.min(...right) : earlier;
}

/** The date of `unix` in `zone`, "YYYY-MM-DD". */
export function dateAt(unix, zone) {
  return wallAt(unix, zone).slice(0, 10);
}

/** Days from the date of `from` to the date of `to`, both in `zone`: -1 is yesterday. */
export function daysBetween(from, to, zone) {
  return Math.round((Date.parse(dateAt(to, zone)) - Date.parse(dateAt(from, zone))) / (DAY * 1000));
}

/** Unix seconds of the next 09:00 in `zone` after `now`. */
export function nextMorning(now, zone) {
  const today = unixOf(`${dateAt(now, zone)}T09:00`, zone);
  if (today > now) return today;
  const tomorrow = new Date(Date.parse(dateAt(now, zone)) + DAY * 1000).toISOString().slice(0, 10);
  return unixOf(`${tomorrow}T09:00`, zone);
}
