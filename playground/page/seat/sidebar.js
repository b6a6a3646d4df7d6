/** @file The workspace's name, the person, their channels and the app. */

import { avatar } from "../base/avatar.js";
import { fill, h, keyed } from "../base/dom.js";
import { channelIcon, icon } from "../base/icons.js";

export class Sidebar {
  constructor(seat) {
    this.seat = seat;
    this.head = h("header", { class: "workspace" });
    this.channels = h("div", { class: "channel-list" });
    this.apps = h("div", { class: "channel-list" });
    this.titles = [h("h2"), h("h2")];
    this.node = h("nav", { class: "sidebar" }, this.head,
      h("section", {}, this.titles[0], this.channels), h("section", {}, this.titles[1], this.apps));
  }

  draw() {
    const { state, words, channel } = this.seat;
    fill(this.head,
      h("strong", {}, state.team.name),
      h("span", {}, state.me.real_name),
      h("small", {}, [state.me.title, state.me.tz].filter(Boolean).join(" · ")));
    this.node.setAttribute("aria-label", words.channels);
    this.titles[0].textContent = words.channels;
    this.titles[1].textContent = words.apps;
    const rows = state.channels.map((one) => ({ ...one, open: one.id === channel, name: this.seat.titleOf(one) }));
    const draw = (list, some) => keyed(list, some, ({ id }) => id, (one) => this.#row(one));
    draw(this.channels, rows.filter(({ kind }) => kind !== "im"));
    draw(this.apps, rows.filter(({ kind }) => kind === "im"));
  }

  #row({ id, name, kind, archived, shared, unread, open }) {
    const { seat } = this;
    const { words } = seat;
    const mark = kind === "im" ? avatar(this.#other(id), "tiny") : archived ? icon("archive") : channelIcon(kind);
    return h("a", {
      class: `channel-row${unread ? " unread" : ""}${archived ? " archived" : ""}`,
      href: seat.address(id), "aria-current": open ? "page" : null, data: { channel: id },
    }, mark, h("span", { class: "channel-name" }, name),
    archived && h("small", {}, words.archived),
    shared && h("span", { title: words.shared, class: "shared" }, icon("shared")),
    unread > 0 && h("span", { class: "badge", "aria-label": words.unread(unread), data: { unread } }, String(unread)));
  }

  /** Who an im is with; the app has no face of its own. */
  #other(id) {
    const { state } = this.seat;
    const other = this.seat.channelOf(id).with;
    return state.personas.includes(other) ? state.people.find((person) => person.id === other) : null;
  }
}
