/** @file One person's place at the playground: what they see, have open and have half typed. */

import { Clock } from "./clock.js";
import { Connection } from "../base/connection.js";
import { fill, h, keepFocus } from "../base/dom.js";
import { send } from "../base/gestures.js";
import { Modals } from "./modals.js";
import { Rail } from "./rail.js";
import { Room } from "./room.js";
import { Sidebar } from "./sidebar.js";
import { Sight } from "./sight.js";
import { Surface } from "../blocks/surface.js";
import { Thread } from "./thread.js";
import { Times } from "../text/times.js";
import { wordsFor } from "../text/words.js";

/** Everything the parts of the page need to know of the person; several seats can live on one page. */
export class Seat extends Sight {
  /** What went wrong last, in the person's language, or null. */
  failure = null;
  online = true;
  /** Whether somebody else sits beside. */
  paired = false;
  drafts = new Map();
  #connection;
  #surfaces = new Map();
  #receivedAt = 0;
  #reading = new Set();
  #parts = null;
  /** A line that waits to be put where the person writes. */
  #line = null;

  /**
   * @param {string} person
   * @param {{stranger: () => void, drawn: () => void, close: () => void}} told
   *   stranger: nobody by that id is here; drawn: after each drawing; close: the person's own side is to go
   */
  constructor(person, told) {
    super(person);
    this.told = told;
    this.words = wordsFor(navigator.language);
    this.app = h("div", { class: "app" }, h("div", { class: "loading" }, this.words.loading));
    this.node = h("section", { class: "seat", tabindex: "-1", data: { seat: person } }, this.app);
    this.#connection = new Connection(person, {
      state: (state, timed) => this.#take(state, timed),
      line: (up) => this.#heard(up),
      stranger: told.stranger,
    });
  }

  /** Sit down, at a channel or where one was; `paired` when somebody else sits beside. */
  take(channel, paired) {
    this.paired = paired;
    this.#connection.open();
    this.open(channel);
  }

  /** Somebody else sits here now. */
  leave() {
    this.#connection.close();
    this.node.remove();
  }

  /** The playground's time in unix seconds; it runs on between two snapshots. */
  now = () => this.state.now + (performance.now() - this.#receivedAt) / 1000;

  /** The surface of a message; it keeps what was chosen in it while the message is redrawn. */
  surfaceOf(channel, ts) {
    const name = `${channel}:${ts}`;
    if (!this.#surfaces.has(name)) this.#surfaces.set(name, new Surface(this, { message: { channel, ts } }));
    return this.#surfaces.get(name);
  }

  /**
   * Send a gesture; a failure is shown where the person is looking.
   * @param {object} what
   * @param {(error: string) => string|null} [sentence]  how to tell it; Slack's usual sentence when it says null
   */
  async gesture(what, sentence = () => null) {
    this.fail(null);
    const answer = await send(this.person, what);
    if (!answer.ok && !filled(answer.errors)) this.fail(sentence(answer.error) ?? this.words.trouble);
    return answer;
  }

  fail(failure) {
    if (this.failure === failure) return;
    this.failure = failure;
    this.draw();
  }

  /** Go to a channel; nothing given means stay, or the talk with the app at first. */
  open(channel) {
    if (channel && channel !== this.channel) this.thread = null;
    this.channel = channel ?? this.channel;
    this.app.classList.remove("menu-open");
    if (!this.state) return;
    if (!this.channelOf(this.channel)) this.channel = this.firstChannel;
    this.draw();
  }

  /** Put a line where the person writes, for them to send; as soon as there is something to write in. */
  compose(text) {
    const field = this.app.querySelector("[data-testid=composer]");
    this.#line = field ? null : text;
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new Event("input"));
    field.focus();
  }

  openThread(ts) {
    this.thread = ts;
    this.draw();
  }

  /** While a question stands in front, what is behind it cannot be reached. */
  asking(yes) {
    this.#parts?.modals.cover(yes);
  }

  draw() {
    if (!this.#parts) return;
    keepFocus(this.node, () => Object.values(this.#parts).forEach((part) => part.draw()));
    this.#markRead();
    this.told.drawn();
  }

  #take(state, timed) {
    if (state.me !== this.state?.me) this.#meet(state.me);
    this.state = state;
    if (timed) this.#receivedAt = performance.now();
    if (!this.channelOf(this.channel)) this.channel = this.firstChannel;
    if (!this.threadStands) this.thread = null;
    if (!this.#parts) this.#build();
    this.draw();
    if (this.#line !== null) this.compose(this.#line);
  }

  #meet(me) {
    this.words = wordsFor(me.locale);
    this.times = new Times(me, this.now);
    this.node.lang = this.words.language;
    this.node.setAttribute("aria-label", this.words.seatOf(me.real_name));
  }

  #build() {
    this.#parts = {
      clock: new Clock(this), rail: new Rail(this), sidebar: new Sidebar(this),
      room: new Room(this), thread: new Thread(this), modals: new Modals(this),
    };
    const { clock, rail, sidebar, room, thread } = this.#parts;
    fill(this.app, clock.node, rail.node, sidebar.node, room.node, thread.node);
  }

  #heard(up) {
    if (this.online === up) return;
    this.online = up;
    this.draw();
  }

  async #markRead() {
    const channel = this.channelOf(this.channel);
    if (!channel?.unread || document.hidden || !this.node.isConnected || this.#reading.has(channel.id)) return;
    this.#reading.add(channel.id);
    await send(this.person, { do: "read", channel: channel.id });
    this.#reading.delete(channel.id);
  }
}

function filled(errors) {
  return Boolean(errors) && Object.keys(errors).length > 0;
}
