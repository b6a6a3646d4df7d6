/** @file The panel with one message's replies. */

import { Composer } from "./composer.js";
import { fill, h, keyed } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { drawMessage } from "./message.js";
import { focusEdited } from "./messages.js";

export class Thread {
  #shown = null;
  #root = null;
  #editing = null;

  constructor(seat) {
    this.seat = seat;
    this.title = h("h2");
    this.leave = h("button", { type: "button", class: "plain", data: { testid: "thread-close" }, onclick: () => seat.openThread(null) }, icon("cross"));
    this.list = h("div", { class: "message-list" });
    this.scroll = h("div", { class: "scroll", tabindex: "0" }, this.list);
    this.composer = new Composer(seat, { testid: "thread-composer" });
    this.node = h("aside", { class: "thread", hidden: true, data: { testid: "thread" } },
      h("header", { class: "room-head" }, this.title, this.leave), this.scroll, this.composer.node);
  }

  draw() {
    const { seat } = this;
    this.node.hidden = seat.thread === null;
    seat.app.classList.toggle("with-thread", seat.thread !== null);
    if (seat.thread === null) {
      this.#root = null;
      this.#editing = null;
      return;
    }
    fill(this.title, seat.words.thread);
    this.leave.setAttribute("aria-label", seat.words.closeThread);
    const all = seat.state.messages[seat.channel] ?? [];
    const shown = all.filter(({ ts, thread_ts: root }) => ts === seat.thread || root === seat.thread);
    keyed(this.list, shown.map((message) => ({ message, editing: message.ts === this.#editing })), ({ message }) => message.ts, (row) => this.#row(row));
    const count = `${seat.thread}:${shown.length}`;
    if (count !== this.#shown) this.scroll.scrollTop = this.scroll.scrollHeight;
    this.#shown = count;
    this.composer.node.hidden = Boolean(seat.channelOf(seat.channel)?.archived);
    this.composer.show(seat.channel, seat.thread);
    if (this.#root !== seat.thread) this.composer.field.focus();
    this.#root = seat.thread;
  }
  #row({ message, editing }) {
    const edit = (ts) => this.#edit(ts);
    return drawMessage(message, this.seat, { inThread: true, copy: message.ts === this.seat.thread, editing, edit });
  }

  #edit(ts) {
    const was = this.#editing;
    this.#editing = ts;
    this.seat.draw();
    focusEdited(this.list, ts, was);
  }
}
