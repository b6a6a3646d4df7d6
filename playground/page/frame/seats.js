/** @file The seats on the page: one, or two people side by side. The address says whose. */

import { h } from "../base/dom.js";
import { Seat } from "../seat/seat.js";
import { addressOf, FIRST_PERSON, placesIn } from "./address.js";

const SECOND_PERSON = "U0ALICE";
const ROOM_FOR_TWO = matchMedia("(min-width: 760px)");

export class Seats {
  /** Those on the page, from left to right. */
  shown = [];
  /** Everybody who sat here: a seat that was left keeps everything half typed until its person comes back. */
  #seats = new Map();
  #told;

  /** @param {() => void} told  whenever a seat was drawn anew, or the seats changed */
  constructor(told) {
    this.#told = told;
    this.node = h("main", { class: "seats" });
    window.addEventListener("hashchange", () => this.follow());
    document.addEventListener("visibilitychange", () => this.shown.forEach((seat) => seat.draw()));
    ROOM_FOR_TWO.addEventListener("change", () => this.follow());
  }

  get first() {
    return this.shown[0];
  }

  get roomForTwo() {
    return ROOM_FOR_TWO.matches;
  }

  /** Show what the address says; a second seat of the same person becomes somebody else's. */
  follow() {
    const [one, two] = placesIn(location);
    if (two?.person === one.person) return this.#correct([one, { person: this.#another(one.person), channel: null }]);
    return this.#show(two && this.roomForTwo ? [one, two] : [one]);
  }

  /** Change who sits where. */
  go(places) {
    const address = addressOf(places);
    if (address !== location.hash) history.pushState(null, "", address);
    this.follow();
  }

  /** A second person comes, or the second one leaves. */
  pair() {
    const { place } = this.first;
    this.go(this.shown.length > 1 ? [place] : [place, { person: this.#another(place.person), channel: null }]);
  }

  /** Begin again with empty hands, as after a new start of the whole playground. */
  empty() {
    this.#seats.forEach((seat) => seat.leave());
    this.#seats.clear();
    this.shown = [];
    this.node.replaceChildren();
    this.follow();
  }

  #show(places) {
    const shown = places.map(({ person }) => this.#seat(person));
    const held = this.node.contains(document.activeElement);
    this.shown.filter((seat) => !shown.includes(seat)).forEach((seat) => seat.leave());
    this.shown = shown;
    this.node.classList.toggle("two", shown.length > 1);
    shown.forEach((seat, index) => {
      if (this.node.children[index] !== seat.node) this.node.insertBefore(seat.node, this.node.children[index] ?? null);
      seat.take(places[index].channel, shown.length > 1);
    });
    if (held && document.activeElement === document.body) this.first.node.focus({ preventScroll: true });
    this.#told();
  }

  #seat(person) {
    if (this.#seats.has(person)) return this.#seats.get(person);
    const seat = new Seat(person, {
      stranger: () => this.#turnAway(seat),
      drawn: () => this.shown.includes(seat) && this.#told(),
      close: () => this.go(this.shown.filter((one) => one !== seat).map(({ place }) => place)),
    });
    seat.node.addEventListener("click", (event) => this.#click(event, seat));
    this.#seats.set(person, seat);
    return seat;
  }

  /** A link in a seat changes this seat only. Who is chosen while they sit in the other one changes places. */
  #click(event, seat) {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const [place] = placesIn(link);
    this.go(this.shown.map((one) => {
      if (one === seat) return place;
      return one.person === place.person ? seat.place : one.place;
    }));
  }

  /** Nobody sits there: somebody who is there sits down instead. */
  #turnAway(seat) {
    if (!this.shown.includes(seat) || seat.person === FIRST_PERSON) return;
    const others = this.shown.filter((one) => one !== seat).map(({ place }) => place);
    this.#correct(others.length ? others : [{ person: FIRST_PERSON, channel: null }]);
  }

  #correct(places) {
    history.replaceState(null, "", location.pathname + addressOf(places));
    this.follow();
  }

  #another(person) {
    const known = this.#seats.get(person)?.state?.personas ?? [FIRST_PERSON, SECOND_PERSON];
    return known.find((id) => id !== person) ?? FIRST_PERSON;
  }
}
