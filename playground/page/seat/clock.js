/** @file The bar over a seat: who sits here, the playground's clock in their zone, and the buttons that move it on. */

import { avatar } from "../base/avatar.js";
import { busyWhile } from "../base/busy.js";
import { fill, h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { nextMorning } from "../text/zone.js";

const JUMPS = [["900", "quarter"], ["3600", "hour"], ["morning", "morning"], ["due", "due"]];
const ICONS = { morning: "sun", due: "next" };

export class Clock {
  #language = null;

  constructor(seat) {
    this.seat = seat;
    this.menu = h("button", { type: "button", class: "menu-toggle", onclick: () => seat.app.classList.toggle("menu-open") }, icon("menu"));
    this.who = h("div", { class: "who" });
    this.shut = h("button", { type: "button", class: "shut", hidden: true, data: { testid: "seat-close" }, onclick: () => seat.told.close() }, icon("cross"));
    this.time = h("strong", { data: { testid: "clock" } });
    this.date = h("span", { class: "clock-date" });
    this.zone = h("span", { class: "clock-zone" });
    this.jumps = h("div", { class: "clock-jumps", role: "group" });
    this.node = h("header", { class: "top" }, this.menu, this.who,
      h("div", { class: "clock", role: "timer" }, this.date, this.time, this.zone), this.jumps, this.shut);
    setInterval(() => this.node.isConnected && this.#tick(), 1000);
  }

  draw() {
    const { words, times } = this.seat;
    if (this.#language !== words.language) this.#name(words);
    this.#language = words.language;
    this.#drawWho();
    this.shut.hidden = !this.seat.paired;
    this.zone.textContent = times.zone.split("/").at(-1).replace(/_/g, " ");
    this.#tick();
  }

  #drawWho() {
    const { me } = this.seat.state;
    const signature = JSON.stringify(me);
    if (this.who.dataset.signature === signature) return;
    this.who.dataset.signature = signature;
    fill(this.who, avatar(me, "small"), h("span", {}, me.real_name.split(" ")[0]));
  }

  #name(words) {
    this.shut.setAttribute("aria-label", words.closeSide);
    this.shut.title = words.closeSide;
    this.menu.setAttribute("aria-label", words.menu);
    this.time.parentElement.setAttribute("aria-label", words.clock);
    this.jumps.setAttribute("aria-label", words.clock);
    fill(this.jumps, JUMPS.map(([jump, word]) => h("button", {
      type: "button", class: "jump", title: words[`${word}Hint`], data: { clock: jump },
      onclick: ({ currentTarget }) => busyWhile(currentTarget, () => this.#jump(jump)),
    }, ICONS[word] && icon(ICONS[word]), h("span", {}, words[word]))));
  }

  #tick() {
    const { times } = this.seat;
    const now = this.seat.now();
    this.time.textContent = times.time(now);
    this.date.textContent = times.short(now);
  }

  #jump(jump) {
    const { seat } = this;
    const moves = { due: { to: "due" }, morning: { seconds: this.#untilMorning() } };
    return seat.gesture({ do: "clock", ...(moves[jump] ?? { seconds: Number(jump) }) }, (error) => ({ clock_is_fixed: seat.words.clockStays, nothing_due: seat.words.nothingDue })[error]);
  }

  #untilMorning() {
    const now = this.seat.now();
    return Math.ceil(nextMorning(now, this.seat.times.zone) - now);
  }
}
