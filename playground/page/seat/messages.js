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
      .filter(({ thread_ts: root, ts }) => !root || root === ts)
      .sort((one, other) => (one.ts < other.ts ? -1 : 1));
    const changed = this.#channel !== seat.channel;
    const stick = changed || this.#atBottom;
    this.#channel = seat.channel;
    this.more.textContent = seat.words.newMessages;
    this.#drawEmpty(shown.length === 0);
    keyed(this.list, rows(shown, seat), ({ key }) => `${seat.channel}:${key}`, (row) => this.#row(row));
    const newest = shown.at(-1)?.ts ?? null;
    if (stick && (changed || newest !== this.#last)) this.#toNewest();
    else if (newest !== this.#last) this.more.hidden = false;
    this.#last = newest;
  }

  #row({ day, message, compact }) {
    if (day) return h("div", { class: "day", role: "separator" }, h("span", {}, day));
    return drawMessage(message, this.seat, { compact });
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
    this.#atBottom = false;
  }

  #toBottom() {
    this.#atBottom = true;
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.more.hidden = true;
  }

  #seen() {
    this.#atBottom = this.#nearBottom();
    if (this.#atBottom) this.more.hidden = true;
  }
}

/** Messages with a line between two days; what one person says within five minutes stands together. */
function rows(messages, seat) {
  const out = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    const date = dateAt(Number(message.ts), seat.times.zone);
    const sameDay = before && dateAt(Number(before.ts), seat.times.zone) === date;
    if (!sameDay) out.push({ key: date, day: seat.times.day(Number(message.ts)) });
    out.push({ key: message.ts, message, compact: Boolean(sameDay) && follows(before, message) });
  });
  return out;
}

function follows(before, message) {
  return before.user === message.user && !before.ephemeral && !message.ephemeral
    && Number(message.ts) - Number(before.ts) < TOGETHER;
}
