/** @file Who sits where, as the page's address says it: #U0ALICE/G0HIRING, or #U0ALICE/G0HIRING&U0DANA/D0DANA. */

export const FIRST_PERSON = "U0DANA";
const MOST = 2;

/**
 * @typedef {{person: string, channel: string|null}} Place  a seat; no channel means where its person was
 * @param {{hash: string, search: string}} address
 * @returns {Place[]} one or two
 */
export function placesIn({ hash, search = "" }) {
  const parts = decoded(hash.slice(1)).split("&").slice(0, MOST);
  const places = parts.map((part) => part.split("/")).map(([person, channel]) => ({ person, channel: channel || null }));
  const [first, ...others] = places;
  const asked = new URLSearchParams(search).get("as");
  return [{ ...first, person: first.person || asked || FIRST_PERSON }, ...others.filter(({ person }) => person)];
}

/** The address of places. */
export function addressOf(places) {
  return `#${places.map(({ person, channel }) => (channel ? `${person}/${channel}` : person)).join("&")}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
