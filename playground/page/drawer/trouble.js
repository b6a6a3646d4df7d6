/** @file The panel where a developer lets things go wrong: faults by method, Slack's own pace, lost connections. */

import { busyWhile } from "../base/busy.js";
import { fill, h, keyed } from "../base/dom.js";
import { send } from "../base/gestures.js";
import { icon } from "../base/icons.js";
import { FaultForm } from "./faults.js";

export class Trouble {
  #state = null;
  #words = null;

  constructor() {
    this.form = new FaultForm((gesture) => this.#order(gesture));
    this.failure = h("p", { class: "notice", role: "alert", hidden: true });
    this.heading = h("h3");
    this.armed = h("ul", { class: "armed", data: { testid: "faults" } });
    this.none = h("p", { class: "detail-nothing" });
    this.well = this.#button("faults-clear", () => ({ do: "faults_clear" }));
    this.pace = h("input", { type: "checkbox", role: "switch", data: { testid: "pace" }, onchange: ({ target }) => this.#order({ do: "pace", on: target.checked }) });
    this.paceWord = h("span");
    this.lines = h("p", { class: "trouble-lines", data: { testid: "connections" } });
    this.refresh = this.#button("refresh", () => ({ do: "connections", what: "refresh" }));
    this.drop = this.#button("drop", () => ({ do: "connections", what: "drop" }));
    this.node = h("div", { class: "trouble" }, this.failure, this.form.node,
      h("section", {}, this.heading, this.armed, this.none, this.well),
      h("section", {}, h("label", { class: "trouble-pace" }, this.pace, this.paceWord), this.lines,
        h("div", { class: "trouble-buttons" }, this.refresh, this.drop)));
  }

  draw(state, words) {
    this.#state = state ?? this.#state;
    this.#words = words;
    if (!this.#state) return;
    const { faults, pace, connections } = this.#state;
    if (state) this.pace.checked = pace;
    this.form.draw(this.#state, words);
    this.heading.textContent = words.armed;
    this.none.textContent = words.nothingArmed;
    this.none.hidden = faults.length > 0;
    this.well.hidden = faults.length === 0;
    this.lines.textContent = words.connections(connections);
    const names = [[this.well, words.faultsClear], [this.paceWord, words.pace], [this.refresh, words.connectionsRefresh], [this.drop, words.connectionsDrop]];
    for (const [node, word] of names) node.textContent = word;
    keyed(this.armed, faults.map((fault) => ({ ...fault, language: words.language })), ({ id }) => String(id), (fault) => this.#fault(fault));
  }

  #button(testid, gesture) {
    return h("button", { type: "button", class: "button", data: { testid }, onclick: ({ currentTarget }) => busyWhile(currentTarget, () => this.#order(gesture())) });
  }

  #fault({ id, method, fault, times, skip }) {
    const words = this.#words;
    const [kind, ...value] = fault.split(":");
    const what = [words.fault(kind), value.join(":")].filter(Boolean).join(": ");
    return h("li", { data: { fault: id } },
      h("code", {}, method), h("span", {}, what), h("small", {}, words.faultCount(times, skip)),
      h("button", { type: "button", class: "plain", "aria-label": words.remove(`${method}: ${what}`), onclick: () => this.#order({ do: "unfault", id }) }, icon("cross")));
  }

  async #order(gesture) {
    const answer = await send("", gesture);
    this.failure.hidden = answer.ok;
    this.failure.textContent = answer.ok ? "" : this.#words.notOrdered(answer.error);
    if (!answer.ok) this.draw(this.#state, this.#words);
    return answer.ok;
  }
}
