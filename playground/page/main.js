/** @file The page's start: the address says who sits here and where they look (#U0ALICE/G0HIRING, or ?as=U0ALICE). */

import { Seat } from "./seat/seat.js";

const FIRST_PERSON = "U0DANA";
const seats = new Map();
let shown = null;

function route() {
  const [person, channel] = decodeURIComponent(location.hash.slice(1)).split("/");
  return { person: person || new URLSearchParams(location.search).get("as") || FIRST_PERSON, channel: channel || null };
}

/** A seat that was left keeps everything half typed until its person comes back. */
function show() {
  const { person, channel } = route();
  if (!seats.has(person)) seats.set(person, new Seat(person, () => turnAway(person)));
  const seat = seats.get(person);
  if (seat !== shown) {
    shown?.connection.close();
    document.body.replaceChildren(seat.node);
    seat.connection.open();
    shown = seat;
  }
  seat.open(channel);
}

/** Nobody sits there: the first person's seat is free. */
function turnAway(person) {
  if (shown?.person !== person || person === FIRST_PERSON) return;
  history.replaceState(null, "", location.pathname);
  show();
}

window.addEventListener("hashchange", show);
document.addEventListener("visibilitychange", () => shown?.draw());
show();
