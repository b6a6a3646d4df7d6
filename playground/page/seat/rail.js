/** @file The bar at the very left: the workspaces, and in each the people a visitor may be. */

import { avatar } from "../base/avatar.js";
import { h, keyed } from "../base/dom.js";
import { icon } from "../base/icons.js";

export class Rail {
  constructor(seat) {
    this.seat = seat;
    this.list = h("div", { class: "rail-teams" });
    this.heading = h("span", { class: "rail-title" });
    this.node = h("nav", { class: "rail" }, this.heading, this.list);
  }

  draw() {
    const { state, words } = this.seat;
    this.heading.textContent = words.people;
    this.node.setAttribute("aria-label", words.people);
    const teams = state.teams.map((team) => ({ ...team, language: words.language }));
    keyed(this.list, teams, ({ id }) => id, (team) => this.#team(team));
  }

  /** A workspace's tile leads to its first person. */
  #team({ id, name, people }) {
    const mine = id === this.seat.state.team.id;
    return h("div", { class: "rail-team", role: "group", "aria-label": name, data: { team: id } },
      h("a", {
        class: "rail-tile", href: mine ? `#${this.seat.person}` : `#${people[0]?.id ?? this.seat.person}`,
        title: name, "aria-label": name, "aria-current": mine ? "true" : null,
      }, initials(name)),
      people.map((person) => this.#link(person)));
  }

  #link(person) {
    const { words } = this.seat;
    const mine = person.id === this.seat.person;
    const name = person.real_name || person.name;
    const about = [name, person.title, person.stranger && words.stranger, person.guest && words.guest].filter(Boolean).join(" · ");
    return h("a", {
      class: "rail-person", href: `#${person.id}`, title: about,
      "aria-current": mine ? "true" : null, data: { person: person.id },
    }, avatar(person), h("span", { class: "rail-name", "aria-hidden": "true" }, name.split(" ")[0]), h("span", { class: "sr" }, about),
    person.stranger && h("span", { class: "rail-mark" }, icon("shared")));
  }
}

/** "P" of Playground, "AB" of Acme Bank. */
function initials(name) {
  return name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();
}
