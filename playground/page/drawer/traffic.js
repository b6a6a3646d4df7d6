/** @file The traffic between Slack and the app: newest at the bottom, each line opens its payloads. */

import { h } from "../base/dom.js";
import { Pauses } from "../base/pauses.js";
import { Detail } from "./detail.js";
import { row, searched } from "./rows.js";

const MOST = 2000;
const NEAR = 40;
const PAUSE = 120;
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

export class Traffic {
  /** By number, oldest first: `{entry, node, text}`. */
  #lines = new Map();
  #reader = null;
  #language = null;
  #chosen = null;
  #atEnd = true;
  #pauses = new Pauses();

  constructor() {
    this.filter = h("input", { type: "search", class: "field", data: { testid: "traffic-filter" }, oninput: () => this.#pauses.soon("filter", PAUSE, () => this.#sift()) });
    [this.calls, this.deliveries] = ["call", "delivery"].map((kind) => h("input", { type: "checkbox", checked: true, data: { kind }, onchange: () => this.#sift() }));
    this.labels = [h("span"), h("span")];
    this.wipe = h("button", { type: "button", class: "button", data: { testid: "traffic-clear" }, onclick: () => this.reset() });
    this.list = h("div", {
      class: "traffic-list", role: "listbox", tabindex: "0", data: { testid: "traffic" }, onscroll: () => this.#scrolled(),
      onclick: ({ target }) => this.#choose(Number(target.closest("[data-number]")?.dataset.number) || null), onkeydown: (event) => this.#key(event),
    });
    this.empty = h("p", { class: "traffic-empty" });
    this.detail = new Detail(() => {
      this.#choose(null);
      this.list.focus();
    });
    this.node = h("div", { class: "traffic" },
      h("div", { class: "traffic-tools" }, this.filter,
        h("label", {}, this.calls, this.labels[0]), h("label", {}, this.deliveries, this.labels[1]), this.wipe),
      h("div", { class: "traffic-both" }, h("div", { class: "traffic-left" }, this.list, this.empty), this.detail.node));
    new ResizeObserver(() => this.#stick()).observe(this.list);
  }

  /** Draw for whoever reads; their language or zone may be another one than before. */
  draw(reader) {
    this.#reader = reader;
    const { words, times } = reader;
    const language = `${words.language} ${times.zone}`;
    if (this.#language === language) return;
    this.#language = language;
    this.filter.placeholder = words.filterTraffic;
    this.filter.setAttribute("aria-label", words.filterTraffic);
    this.labels[0].textContent = words.calls;
    this.labels[1].textContent = words.deliveries;
    this.wipe.textContent = words.wipe;
    this.empty.textContent = words.noTraffic;
    this.list.setAttribute("aria-label", words.traffic);
    this.change([...this.#lines.values()].map(({ entry }) => entry));
    this.#open();
  }

  /** New entries, in their order. */
  add(entries) {
    const nodes = [];
    for (const entry of entries.filter(({ number }) => !this.#lines.has(number))) {
      const line = { entry, node: row(entry, this.#reader), text: null };
      this.#lines.set(entry.number, line);
      line.node.hidden = !this.#fits(line);
      nodes.push(line.node);
    }
    this.list.append(...nodes);
    for (const [number, { node }] of this.#lines) {
      if (this.#lines.size <= MOST) break;
      node.remove();
      this.#lines.delete(number);
    }
    this.#settle();
  }

  /** Entries that are known already and have news. */
  change(entries) {
    for (const entry of entries) {
      const line = this.#lines.get(entry.number);
      if (!line) continue;
      const node = row(entry, this.#reader);
      node.setAttribute("aria-selected", String(entry.number === this.#chosen));
      line.node.replaceWith(node);
      Object.assign(line, { entry, node, text: null });
      node.hidden = !this.#fits(line);
      if (entry.number === this.#chosen) this.#open();
    }
    this.#settle();
  }

  reset() {
    this.#lines.clear();
    this.list.replaceChildren();
    this.#choose(null);
    this.#settle();
  }

  #fits(line) {
    const wanted = line.entry.kind === "delivery" ? this.deliveries.checked : this.calls.checked;
    const word = this.filter.value.trim().toLowerCase();
    if (!wanted || !word) return wanted;
    line.text ??= searched(line.entry, this.#reader.nameOf);
    return line.text.includes(word);
  }

  #sift() {
    for (const line of this.#lines.values()) line.node.hidden = !this.#fits(line);
    this.#settle();
  }

  #settle() {
    this.empty.hidden = this.list.querySelector(":scope > :not([hidden])") !== null;
    this.#stick();
  }

  #stick() {
    if (this.#atEnd) this.list.scrollTop = this.list.scrollHeight;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #choose(number) {
    this.#lines.get(this.#chosen)?.node.setAttribute("aria-selected", "false");
    this.#chosen = number;
    const node = this.#lines.get(number)?.node;
    node?.setAttribute("aria-selected", "true");
    if (node) this.list.setAttribute("aria-activedescendant", node.id);
    else this.list.removeAttribute("aria-activedescendant");
    this.#open();
    node?.scrollIntoView({ block: "nearest" });
  }

  #open() {
    if (this.#reader) this.detail.show(this.#lines.get(this.#chosen)?.entry ?? null, this.#reader.words, this.#reader.nameOf);
  }

  #key(event) {
    const step = STEPS[event.key];
    if (event.key === "Escape") this.#choose(null);
    if (!step) return;
    event.preventDefault();
    const seen = [...this.#lines.values()].filter(({ node }) => !node.hidden);
    const at = seen.findIndex(({ entry }) => entry.number === this.#chosen);
    const next = at < 0 ? seen.length - 1 : Math.max(0, Math.min(seen.length - 1, at + step));
    if (seen[next]) this.#choose(seen[next].entry.number);
  }
}
