/** @file One request and its answer, in full. */

import { fill, h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { coloured, written } from "./json.js";

export class Detail {
  #words = null;

  /** @param {() => void} onclose */
  constructor(onclose) {
    this.onclose = onclose;
    this.said = h("span", { class: "sr", role: "status" });
    this.body = h("div", { class: "detail-body", tabindex: "0" });
    this.node = h("section", { class: "detail", hidden: true, data: { testid: "detail" } }, this.body, this.said);
  }

  /** @param {object|null} entry  null: nothing is chosen */
  show(entry, words, nameOf) {
    this.#words = words;
    this.node.hidden = entry === null;
    if (!entry) return;
    this.node.setAttribute("aria-label", entry.name);
    this.body.setAttribute("aria-label", entry.name);
    fill(this.body,
      h("header", {},
        h("h3", {}, entry.name),
        h("button", { type: "button", class: "plain", "aria-label": words.close, title: words.close, data: { focus: "detail-close" }, onclick: this.onclose }, icon("cross"))),
      h("p", { class: "detail-facts" }, this.#facts(entry, nameOf).join(" · ")),
      entry.error && h("p", { class: "detail-error", data: { testid: "detail-error" } }, h("code", {}, entry.error)),
      entry.messages.length > 0 && h("ul", { class: "detail-messages", data: { testid: "detail-messages" } }, entry.messages.map((line) => h("li", {}, line))),
      this.#payload("request", entry.request),
      this.#payload("response", entry.response));
  }

  #facts({ kind, person, transport, attempt, ms, outcome, number }, nameOf) {
    const words = this.#words;
    return [
      `#${number}`, words.trafficKind(kind), person && nameOf(person), transport && words.transport(transport),
      attempt > 0 && words.attempt(attempt), words.outcome(outcome), ms !== null && words.milliseconds(ms),
    ].filter(Boolean);
  }

  #payload(name, payload) {
    const words = this.#words;
    const nothing = payload === null || payload === "";
    return h("div", { class: "payload", data: { payload: name } },
      h("h4", {}, words[name], !nothing && h("button", {
        type: "button", class: "plain", "aria-label": words.copyOf(words[name]), title: words.copyOf(words[name]),
        data: { focus: `copy-${name}` }, onclick: () => this.#copy(payload),
      }, icon("copy"))),
      nothing ? h("p", { class: "detail-nothing" }, words.noPayload) : h("pre", {}, coloured(payload)));
  }

  async #copy(payload) {
    const words = this.#words;
    const done = await navigator.clipboard?.writeText(written(payload)).then(() => true, () => false);
    this.said.textContent = done ? words.copied : words.notCopied;
    this.said.classList.add("shows");
    setTimeout(() => this.said.classList.remove("shows"), 1500);
  }
}
