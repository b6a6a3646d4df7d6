/** @file What a composer can add: files, which wait as chips until they are sent, and the app's global shortcuts. */

import { fill, h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { menuButton } from "../blocks/menu.js";
import { offered } from "./tools.js";
import { upload } from "../base/uploads.js";

/** Keeps the chosen files of each place the composer is shown at. */
export class Attaching {
  #places = new Map();
  #place = null;
  #language = null;

  /**
   * @param {import("./seat.js").Seat} seat
   * @param {{testid: string, changed: () => void}} how  `changed` is told when files come or go
   */
  constructor(seat, { testid, changed }) {
    this.seat = seat;
    this.changed = changed;
    this.field = h("input", { type: "file", multiple: true, hidden: true, data: { testid: `${testid}-files` }, onchange: () => this.#take() });
    this.opener = h("span", { class: "attach" });
    this.node = h("ul", { class: "chosen-files", hidden: true });
  }

  /** Show the files of a place, and the menu in the person's language. */
  show(place) {
    const { words } = this.seat;
    if (words.language !== this.#language) {
      const { button, list } = menuButton({ label: words.addOrRun, mark: "plus", look: "plain", name: "attach" }, () => this.#items());
      fill(this.opener, button, list, this.field);
    }
    this.#language = words.language;
    if (place === this.#place) return;
    this.#place = place;
    this.#draw();
  }

  get any() {
    return this.#files.length > 0;
  }

  /** Take the files away to send them: their ids, once all have arrived. */
  async taken() {
    const files = this.#files;
    this.#places.delete(this.#place);
    this.#draw();
    const answers = await Promise.all(files.map(({ sending }) => sending));
    return answers.filter(({ ok }) => ok).map(({ file }) => file.id);
  }

  get #files() {
    return this.#places.get(this.#place) ?? [];
  }

  #items() {
    const { seat } = this;
    const file = { label: seat.words.uploadFile, value: "upload", mark: "upload", choose: () => this.field.click() };
    return [file, ...offered(seat, "global").map((shortcut) => ({
      ...shortcut, choose: () => seat.gesture({ do: "shortcut", callback_id: shortcut.value }),
    }))];
  }

  #take() {
    const place = this.#place;
    for (const file of this.field.files) this.#send(file, place);
    this.field.value = "";
    this.#draw();
  }

  async #send(file, place) {
    const one = { name: file.name, sending: upload(this.seat.person, file), arrived: false };
    this.#places.set(place, [...(this.#places.get(place) ?? []), one]);
    const answer = await one.sending;
    one.arrived = true;
    if (!answer.ok) this.#drop(one, place);
    if (!answer.ok) this.seat.fail(this.seat.words.uploadFailed(file.name));
    this.#draw();
  }

  #drop(one, place) {
    this.#places.set(place, (this.#places.get(place) ?? []).filter((other) => other !== one));
    this.#draw();
  }

  #draw() {
    this.node.hidden = !this.any;
    fill(this.node, this.#files.map((one) => h("li", { class: "chip", "aria-busy": one.arrived ? null : "true" },
      icon("file"), one.name,
      h("button", { type: "button", "aria-label": this.seat.words.remove(one.name), onclick: () => this.#drop(one, this.#place) }, icon("cross")))));
    this.changed();
  }
}
