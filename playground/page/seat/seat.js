/** @file One person's place at the playground: what they see, have open and have half typed. */

import { Clock } from "./clock.js";
import { Connection } from "../base/connection.js";
import { fill, h, keepFocus } from "../base/dom.js";
import { send } from "../base/gestures.js";
import { Modals } from "./modals.js";
import { Rail } from "./rail.js";
import { Room } from "./room.js";
import { Sidebar } from "./sidebar.js";
import { Surface } from "../blocks/surface.js";
import { Thread } from "./thread.js";
import { Times } from "../text/times.js";
import { wordsFor } from "../text/words.js";

/** Everything the parts of the page need to know of the person; several seats can live on one page. */
export class Seat {
  state = null;
  channel = null;
  thread = null;
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

  /**
   * @param {string} person
   * @param {{stranger: () => void, drawn: () => void, close: () => void}} told
   *   stranger: nobody by that id is here; drawn: after each drawing; close: the person's own side is to go
   */
  constructor(person, told) {
    this.person = person;
    this.told = told;
    this.words = wordsFor(navigator.language);
    this.app = h("div", { class: "app" }, h("div", { class: "loading" }, this.words.loading));
    this.node = h("section", { class: "seat", tabindex: "-1", data: { seat: person } }, this.app);
    this.#connection = new Connection(person, {
      state: (state, timed) => this.#take(state, timed),
      line: (up) => this.#line(up),
      stranger: told.stranger,
    });
  }

  /** Where the person is, as the page's address says it. */
  get place() {
    return { person: this.person, channel: this.channel };
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

  nameOf(id) {
    const { people, bot } = this.state;
    const person = [...people, bot].find((one) => one?.id === id);
    return person ? person.real_name || person.name : null;
  }

  channelOf(id) {
    return this.state.channels.find((channel) => channel.id === id) ?? null;
  }

  /** What a channel is called where it is listed: its name, or who it is with. */
  titleOf(channel) {
    return channel.kind === "im" ? this.nameOf(channel.with) ?? channel.name : channel.name;
  }

  /** The page's address of a channel for this person. */
  address(channel) {
    return `#${this.person}/${channel}`;
  }

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
    if (this.state) this.draw();
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
    this.#aside(() => keepFocus(this.node, () => Object.values(this.#parts).forEach((part) => part.draw())));
    this.#markRead();
    this.told.drawn();
  }

  /** Who is at work elsewhere on the page, in the other seat or in the drawer, keeps the focus whatever opens here. */
  #aside(work) {
    const active = document.activeElement;
    const elsewhere = active !== null && active !== document.body && !this.node.contains(active);
    if (elsewhere) this.node.inert = true;
    work();
    if (elsewhere) this.node.inert = false;
  }

  #take(state, timed) {
    this.state = state;
    if (timed) this.#receivedAt = performance.now();
    this.words = wordsFor(state.me.locale);
    this.times = new Times(state.me, this.now);
    this.node.lang = this.words.language;
    this.node.setAttribute("aria-label", this.words.seatOf(state.me.real_name));
    if (!this.channelOf(this.channel)) this.channel = this.#firstChannel();
    if (!(state.messages[this.channel] ?? []).some(({ ts }) => ts === this.thread)) this.thread = null;
    if (!this.#parts) this.#build();
    this.draw();
  }

  #firstChannel() {
    const { channels } = this.state;
    return (channels.find(({ kind }) => kind === "im") ?? channels[0])?.id ?? null;
  }

  #build() {
    this.#parts = {
      clock: new Clock(this), rail: new Rail(this), sidebar: new Sidebar(this),
      room: new Room(this), thread: new Thread(this), modals: new Modals(this),
    };
    const { clock, rail, sidebar, room, thread } = this.#parts;
    fill(this.app, clock.node, rail.node, sidebar.node, room.node, thread.node);
  }

  #line(up) {
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

  /** What the window's title says of this seat, and how much is unread in it. */
  get title() {
    const channel = this.state && this.channelOf(this.channel);
    return [channel && this.titleOf(channel), this.state?.me.real_name].filter(Boolean).join(" – ");
  }

  get unread() {
    return (this.state?.channels ?? []).reduce((sum, channel) => sum + (channel.unread ?? 0), 0);
  }
}

function filled(errors) {
  return Boolean(errors) && Object.keys(errors).length > 0;
}
