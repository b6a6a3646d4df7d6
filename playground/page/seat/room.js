/** @file The middle of the page: the open channel, or the app's Home. */

import { drawBlocks } from "../blocks/blocks.js";
import { Composer } from "./composer.js";
import { fill, h } from "../base/dom.js";
import { channelIcon, icon } from "../base/icons.js";
import { Messages } from "./messages.js";
import { Surface } from "../blocks/surface.js";
import { tabList } from "../base/tabs.js";

export class Room {
  #tab = "messages";
  #home = null;

  constructor(seat) {
    this.seat = seat;
    this.head = h("header", { class: "room-head" });
    this.messages = new Messages(seat);
    this.home = h("div", { class: "home blocks", data: { testid: "home" } });
    this.notice = h("div", { class: "notice", role: "alert" });
    this.composer = new Composer(seat);
    this.closed = h("div", { class: "closed" });
    this.node = h("div", { class: "room" }, this.head, this.messages.node, this.home, this.notice, this.composer.node, this.closed);
  }

  draw() {
    const { seat } = this;
    const channel = seat.channelOf(seat.channel);
    if (!channel) return;
    const { home, has_home: promised } = seat.state;
    const tabs = channel.kind === "im" && Boolean(home || promised);
    const atHome = tabs && this.#tab === "home";
    this.#drawHead(channel, tabs);
    this.messages.node.hidden = atHome;
    this.home.hidden = !atHome;
    this.composer.node.hidden = atHome || channel.archived;
    this.closed.hidden = !channel.archived;
    this.closed.textContent = channel.archived ? seat.words.archivedNote(channel.name) : "";
    if (atHome) this.#drawHome(home);
    else this.messages.draw();
    this.#drawNotice();
    this.composer.show(channel.id);
  }

  #drawHead(channel, tabs) {
    const { seat } = this;
    const signature = JSON.stringify([channel, tabs, this.#tab, seat.words.language]);
    if (this.head.dataset.signature === signature) return;
    this.head.dataset.signature = signature;
    fill(this.head,
      h("h1", {}, channel.archived ? icon("archive") : channelIcon(channel.kind), seat.titleOf(channel),
        channel.kind === "im" && h("span", { class: "app-tag" }, seat.words.app)),
      channel.archived && h("span", { class: "pill" }, seat.words.archived),
      channel.shared && h("span", { class: "pill" }, seat.words.shared),
      tabs && tabList(["home", "messages"].map((name) => ({ name, word: seat.words[name] })), this.#tab, (tab) => this.#turnTo(tab), seat.titleOf(channel)));
  }

  /** The app is told each time its Home is opened, and publishes it then. */
  #turnTo(tab) {
    this.#tab = tab;
    this.draw();
    if (tab === "home") this.seat.gesture({ do: "home" });
  }

  #drawHome(home) {
    if (!home) {
      this.home.textContent = this.seat.words.nothingAtHome;
      return;
    }
    if (this.#home?.where.view !== home.id) this.home.replaceChildren();
    if (this.#home?.where.view !== home.id) this.#home = new Surface(this.seat, { view: home.id });
    this.#home.adopt(home.blocks, home.state?.values);
    drawBlocks(this.home, this.#home);
  }

  /** A failure is told here unless a modal is open, which tells it itself. */
  #drawNotice() {
    const { seat } = this;
    const trouble = seat.state.views.length ? null : seat.failure;
    this.notice.textContent = seat.online ? trouble ?? "" : seat.words.reconnecting;
    this.notice.hidden = this.notice.textContent === "";
  }
}
