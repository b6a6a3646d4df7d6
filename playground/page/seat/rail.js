/** @file The bar at the very left: who the visitor is. */

import { avatar } from "../base/avatar.js";
import { h, keyed } from "../base/dom.js";

export class Rail {
  constructor(seat) {
    this.seat = seat;
    this.list = h("div", { class: "rail-people" });
    this.heading = h("span", { class: "rail-title" });
    this.node = h("nav", { class: "rail" }, this.heading, this.list);
  }

  draw() {
    const { state, words } = this.seat;
    this.heading.textContent = words.people;
    this.node.setAttribute("aria-label", words.people);
    const people = state.personas.map((id) => state.people.find((person) => person.id === id)).filter(Boolean);
    keyed(this.list, people, ({ id }) => id, (person) => this.#link(person));
  }

  #link(person) {
    const mine = person.id === this.seat.person;
    const first = (person.real_name || person.name).split(" ")[0];
    return h("a", {
      class: "rail-person", href: `#${person.id}`, title: `${person.real_name}${person.title ? ` · ${person.title}` : ""}`,
      "aria-current": mine ? "true" : null, data: { person: person.id },
    }, avatar(person), h("span", { class: "rail-name" }, first));
  }
}
