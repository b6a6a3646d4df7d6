/** @file The developer's drawer at the bottom of the page: the traffic, and the trouble one may order. */

import { fill, h, keepFocus, newId } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { Kept } from "../base/kept.js";
import { Line } from "../base/line.js";
import { tabList } from "../base/tabs.js";
import { Handle } from "./handle.js";
import { Traffic } from "./traffic.js";
import { Trouble } from "./trouble.js";

export class Drawer {
  #tab = "traffic";
  #fresh = false;
  #reader = null;
  #kept = new Kept("localStorage", "drawer");
  #signature = null;

  /** @param {() => void} told  when it opens or closes */
  constructor(told) {
    this.told = told;
    this.traffic = new Traffic();
    this.trouble = new Trouble();
    this.panels = { traffic: this.#panel(this.traffic), trouble: this.#panel(this.trouble) };
    this.head = h("div", { class: "drawer-head" });
    this.handle = new Handle((height) => this.#stretch(height));
    this.node = h("section", { class: "drawer", hidden: true, tabindex: "-1", data: { testid: "drawer" } },
      this.handle.node, this.head, Object.values(this.panels));
    this.line = new Line("/traffic", { opened: () => { this.#fresh = true; }, frame: (frame) => this.#take(frame) });
    this.handle.set(this.#kept.get()?.height);
  }

  get open() {
    return !this.node.hidden;
  }

  toggle() {
    if (!this.#reader) return;
    this.node.hidden = this.open;
    if (this.open) {
      this.line.open();
      this.node.focus({ preventScroll: true });
    } else this.line.close();
    this.told();
  }

  /**
   * @param {{words: object, times: object, nameOf: (id: string) => string}} reader  whoever sits in the first seat
   */
  draw(reader) {
    this.#reader = reader;
    if (!this.open) return;
    const { words } = reader;
    this.node.lang = words.language;
    this.node.setAttribute("aria-label", words.drawer);
    this.#drawHead(words);
    this.traffic.draw(reader);
    this.trouble.draw(null, words);
  }

  #drawHead(words) {
    const signature = `${words.language} ${this.#tab}`;
    for (const [name, panel] of Object.entries(this.panels)) {
      panel.hidden = name !== this.#tab;
      panel.setAttribute("aria-label", this.#word(name, words));
    }
    if (this.#signature === signature) return;
    this.#signature = signature;
    this.handle.name(words.resize);
    const tabs = Object.entries(this.panels).map(([name, panel]) => ({ name, word: this.#word(name, words), controls: panel.id }));
    keepFocus(this.head, () => fill(this.head,
      tabList(tabs, this.#tab, (name) => this.#turnTo(name), words.drawer),
      h("button", { type: "button", class: "plain", "aria-label": words.closeDrawer, title: words.closeDrawer, data: { testid: "drawer-close" }, onclick: () => this.toggle() }, icon("cross"))));
  }

  #word(name, words) {
    return { traffic: words.traffic, trouble: words.troubles }[name];
  }

  #panel({ node }) {
    return h("div", { class: "drawer-panel", role: "tabpanel", id: newId("panel") }, node);
  }

  #turnTo(name) {
    this.#tab = name;
    this.draw(this.#reader);
  }

  #stretch(height) {
    this.node.style.setProperty("--height", `${height}px`);
    this.#kept.set({ height });
  }

  /** The first frame of a new line tells the past anew. */
  #take({ reset, entries = [], changed = [], trouble }) {
    if (reset || this.#fresh) this.traffic.reset();
    this.#fresh = false;
    if (entries.length) this.traffic.add(entries);
    if (changed.length) this.traffic.change(changed);
    if (trouble) this.trouble.draw(trouble, this.#reader.words);
  }
}
