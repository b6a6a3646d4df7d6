/** @file The list of a channel's messages. It follows what is new for who reads at the end, and stays for who scrolled up. */

import { fill, h, keyed } from "../base/dom.js";
import { drawMessage } from "./message.js";
import { dateAt } from "../text/zone.js";

const TOGETHER = 300;
const NEAR = 60;
const MARGIN = 16;

export class Messages {
  #channel = null;
  #last = null;
  #atBottom = true;
  #top = 0;
  #editing = null;
  #dates = new Dates();

  constructor(seat) {
    this.seat = seat;
    this.list = h("div", { class: "message-list", role: "log" });
    this.empty = h("div", { class: "empty" });
    this.scroll = h("div", { class: "scroll", tabindex: "0", onscroll: () => this.#seen() }, this.empty, this.list);
    this.more = h("button", { type: "button", class: "more", hidden: true, onclick: () => this.#toBottom() });
    this.node = h("div", { class: "messages", data: { testid: "messages" } }, this.scroll, this.more);
    const sizes = new ResizeObserver(() => this.#atBottom && this.#toBottom());
    [this.scroll, this.list].forEach((node) => sizes.observe(node));
  }

  draw() {
    const { seat } = this;
    const shown = (seat.state.messages[seat.channel] ?? [])
      .filter(({ thread_ts: root, ts, broadcast }) => !root || root === ts || broadcast)
      .sort((one, other) => (one.ts < other.ts ? -1 : 1));
    const changed = this.#channel !== seat.channel;
    if (changed) this.#editing = null;
    const stick = changed || this.#atBottom;
    this.#channel = seat.channel;
    this.more.textContent = seat.words.newMessages;
    this.#drawEmpty(shown.length === 0);
    keyed(this.list, this.#rows(shown), ({ key }) => `${seat.channel}:${key}`, (row) => this.#row(row));
    const newest = shown.at(-1);
    const news = newest?.ts !== this.#last;
    const mine = news && (newest?.user === seat.person || newest?.ephemeral);
    if (changed || (news && (stick || mine))) this.#toNewest();
    else if (news) this.more.hidden = false;
    this.#last = newest?.ts;
  }

  /** Messages with a line between two days; what one person says within five minutes stands together. */
  #rows(messages) {
    const { times } = this.seat;
    const out = [];
    messages.forEach((message, index) => {
      const before = messages[index - 1];
      const date = this.#dates.of(message.ts, times.zone);
      const sameDay = before && this.#dates.of(before.ts, times.zone) === date;
      if (!sameDay) out.push({ key: date, day: times.day(Number(message.ts)) });
      const compact = Boolean(sameDay) && follows(before, message);
      out.push({ key: message.ts, message, compact, editing: message.ts === this.#editing });
    });
    return out;
  }

  #row({ day, message, compact, editing }) {
    if (day) return h("div", { class: "day", role: "separator" }, h("span", {}, day));
    return drawMessage(message, this.seat, { compact, editing, edit: (ts) => this.#edit(ts) });
  }

  /** Change a message in place, or be done with it. */
  #edit(ts) {
    const was = this.#editing;
    this.#editing = ts;
    this.seat.draw();
    focusEdited(this.list, ts, was);
  }

  #drawEmpty(empty) {
    const { seat } = this;
    this.empty.hidden = !empty;
    const signature = `${seat.channel} ${seat.words.language}`;
    if (!empty || this.empty.dataset.signature === signature) return;
    this.empty.dataset.signature = signature;
    const channel = seat.channelOf(seat.channel);
    const withApp = channel.kind === "im";
    fill(this.empty,
      h("p", {}, withApp ? seat.words.nothingFromApp(seat.titleOf(channel)) : seat.words.nothingYet(channel.name)),
      withApp && h("div", { class: "starters" }, seat.state.commands.map((command) => this.#starter(command))));
  }

  #starter({ command, description }) {
    const use = () => {
      const composer = this.node.parentElement.querySelector("[data-testid=composer]");
      composer.value = `${command} `;
      composer.dispatchEvent(new Event("input"));
      composer.focus();
    };
    return h("button", { type: "button", class: "starter", onclick: use }, h("code", {}, command), h("span", {}, description ?? ""));
  }

  #nearBottom() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroll;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** The newest message from its start: one that is longer than the window would else be read from its end. */
  #toNewest() {
    this.#toBottom();
    const last = this.list.lastElementChild;
    const hidden = last ? this.scroll.getBoundingClientRect().top - last.getBoundingClientRect().top : 0;
    if (hidden <= 0) return;
    this.scroll.scrollTop -= hidden + MARGIN;
    this.#top = this.scroll.scrollTop;
    this.#atBottom = false;
  }

  #toBottom() {
    this.#atBottom = true;
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.#top = this.scroll.scrollTop;
    this.more.hidden = true;
  }

  /** Only a person scrolls up; what grows below them (a picture, a narrower window) is no wish to stay. */
  #seen() {
    const up = this.scroll.scrollTop < this.#top;
    this.#top = this.scroll.scrollTop;
    if (up || this.#nearBottom()) this.#atBottom = this.#nearBottom();
    if (this.#atBottom) this.more.hidden = true;
  }
}

/** The editor of a message that is being changed; or, after that, the menu it was opened from. */
export function focusEdited(list, ts, was) {
  const message = list.querySelector(`[data-ts="${CSS.escape(ts ?? was)}"], [data-thread-root="${CSS.escape(ts ?? was)}"]`);
  message?.querySelector(ts ? "[data-testid=editor]" : "[data-focus=more]")?.focus();
}

/** The dates of messages in one zone; asking the browser anew for each of five hundred takes longer than drawing them. */
class Dates {
  #zone = null;
  #known = new Map();

  of(ts, zone) {
    if (zone !== this.#zone) this.#known.clear();
    this.#zone = zone;
    if (!this.#known.has(ts)) this.#known.set(ts, dateAt(Number(ts), zone));
    return this.#known.get(ts);
  }
}

function follows(before, message) {
  return before.user === message.user && !before.ephemeral && !message.ephemeral
    && Number(message.ts) - Number(before.ts) < TOGETHER;
}
