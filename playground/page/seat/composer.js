/** @file Where a person writes: messages, and commands that start with a slash. */

import { Attaching } from "./attaching.js";
import { Completion } from "./completion.js";
import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { grow } from "../blocks/inputs.js";

const UNKNOWN = "invalid_command";

/** Keeps a draft for each place it is shown at, and what was sent there before. */
export class Composer {
  #channel = null;
  #thread = null;
  #sent = [];
  #back = 0;

  constructor(seat, { testid = "composer" } = {}) {
    this.seat = seat;
    this.field = h("textarea", {
      rows: 1, autocomplete: "off", data: { testid },
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onblur: () => this.completion.hide(),
      onfocus: () => this.completion.offer(this.field.value),
    });
    this.completion = new Completion(seat, this.field, (text) => this.#write(text));
    this.button = h("button", { type: "button", class: "send", data: { testid: `${testid}-send` }, onclick: () => this.#send() }, icon("send"));
    this.attaching = new Attaching(seat, { testid, changed: () => this.#ready() });
    this.node = h("div", { class: "composer" }, this.completion.node, this.attaching.node,
      h("div", { class: "composer-box" }, this.attaching.opener, this.field, this.button));
  }

  /** Show the draft of a place; what is being typed there is not touched. */
  show(channel, thread = null) {
    const { words } = this.seat;
    const name = this.seat.titleOf(this.seat.channelOf(channel));
    const kind = this.seat.channelOf(channel).kind;
    this.field.placeholder = thread ? words.reply : words.writeTo(kind === "im" ? name : `#${name}`);
    this.field.setAttribute("aria-label", this.field.placeholder);
    this.button.setAttribute("aria-label", words.send);
    const stays = channel === this.#channel && thread === this.#thread;
    [this.#channel, this.#thread] = [channel, thread];
    this.attaching.show(this.#place);
    if (stays) return;
    this.#write(this.seat.drafts.get(this.#place) ?? "");
    this.completion.hide();
  }

  get #place() {
    return `${this.#channel}/${this.#thread ?? ""}`;
  }

  #typed() {
    this.seat.drafts.set(this.#place, this.field.value);
    this.#ready();
    grow(this.field);
    this.completion.offer(this.field.value);
  }

  #ready() {
    this.button.classList.toggle("ready", this.field.value.trim() !== "" || this.attaching.any);
  }

  #write(text) {
    this.field.value = text;
    this.#typed();
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.completion.key(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") this.#remember(event);
  }

  /** Up and down go through what was sent, while the field is empty or still shows such a line. */
  #remember(event) {
    const shown = this.#back ? this.#sent.at(-this.#back) : "";
    const back = this.#back + (event.key === "ArrowUp" ? 1 : -1);
    if (this.field.value !== shown || back < 0 || back > this.#sent.length) return;
    event.preventDefault();
    this.#back = back;
    this.#write(back ? this.#sent.at(-back) : "");
  }

  async #send() {
    const text = this.field.value.trim();
    if (!text && !this.attaching.any) return;
    if (text) this.#sent.push(text);
    this.#back = 0;
    this.#write("");
    if (text.startsWith("/")) await this.#command(text);
    else await this.#say(text);
  }

  async #say(text) {
    const where = { channel: this.#channel, ...(this.#thread ? { thread_ts: this.#thread } : {}) };
    const files = this.attaching.any ? await this.attaching.taken() : [];
    if (text || files.length) await this.seat.gesture({ do: "say", ...where, text, ...(files.length ? { files } : {}) });
  }

  /** A command that nobody offers goes nowhere and stays in the field, as in Slack. */
  async #command(line) {
    const { words } = this.seat;
    const [, command, text] = /^(\S+)\s*([\s\S]*)$/.exec(line);
    const { error } = await this.seat.gesture(
      { do: "command", channel: this.#channel, command, text },
      (reason) => (reason === UNKNOWN ? words.notACommand(command) : words.commandFailed(command, reason)),
    );
    if (error !== UNKNOWN || this.field.value) return;
    this.#write(line);
    this.completion.hide();
  }
}
