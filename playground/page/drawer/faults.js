/** @file The form that orders trouble: which call fails, how, and how often. */

import { busyWhile } from "../base/busy.js";
import { fill, h, newId } from "../base/dom.js";

const ANY = "*";
const FIRST_VALUES = { 429: "7", slow: "2.8", error: "internal_error" };

export class FaultForm {
  #kinds = [];
  #drawn = null;

  /** @param {(gesture: object) => Promise<boolean>} order */
  constructor(order) {
    this.order = order;
    this.names = h("datalist", { id: newId("methods") });
    this.method = h("input", { class: "field", required: true, value: ANY, list: this.names.id, autocomplete: "off", spellcheck: "false", data: { testid: "fault-method" } });
    this.kind = h("select", { class: "field", data: { testid: "fault-kind" }, onchange: () => this.#asked() });
    this.value = h("input", { class: "field", required: true, data: { testid: "fault-value" } });
    this.times = h("input", { class: "field", type: "number", min: "1", max: "999", value: "1", required: true, data: { testid: "fault-times" } });
    this.skip = h("input", { class: "field", type: "number", min: "0", max: "999", value: "0", required: true, data: { testid: "fault-skip" } });
    this.button = h("button", { type: "submit", class: "button primary", data: { testid: "fault-add" } });
    this.labels = [this.method, this.kind, this.value, this.times, this.skip].map((input) => h("label", { class: "trouble-field" }, h("span"), input));
    this.node = h("form", { class: "trouble-form", onsubmit: (event) => this.#submit(event) }, this.labels, this.names, this.button);
  }

  draw({ methods, kinds }, words) {
    const drawn = JSON.stringify([methods, kinds, words.language]);
    if (this.#drawn === drawn) return;
    this.#drawn = drawn;
    this.#kinds = kinds;
    const chosen = this.kind.value;
    fill(this.names, h("option", { value: ANY }, words.anyCall), methods.map((name) => h("option", { value: name })));
    fill(this.kind, kinds.map(({ kind }) => h("option", { value: kind }, words.fault(kind))));
    if (chosen) this.kind.value = chosen;
    const names = [words.faultMethod, words.faultKind, words.faultSeconds, words.faultTimes, words.faultSkip];
    this.labels.forEach((label, index) => { label.firstChild.textContent = names[index]; });
    this.button.textContent = words.faultAdd;
    this.words = words;
    this.#asked();
  }

  /** Some kinds of trouble need a number of seconds, one the name of an error. */
  #asked() {
    const { kind, value } = this.#kinds.find((one) => one.kind === this.kind.value) ?? {};
    const field = this.labels[2];
    field.hidden = !value;
    this.value.disabled = !value;
    if (!value) return;
    const seconds = value === "seconds";
    field.firstChild.textContent = seconds ? this.words.faultSeconds : this.words.faultError;
    if (this.value.dataset.for === kind) return;
    this.value.dataset.for = kind;
    Object.assign(this.value, seconds ? { type: "number", min: "0", step: "any" } : { type: "text" });
    this.value.value = FIRST_VALUES[kind] ?? (seconds ? "3" : "");
  }

  #submit(event) {
    event.preventDefault();
    const fault = this.value.disabled ? this.kind.value : `${this.kind.value}:${this.value.value.trim()}`;
    const gesture = { do: "fault", method: this.method.value.trim(), fault, times: Number(this.times.value), skip: Number(this.skip.value) };
    busyWhile(this.button, () => this.order(gesture));
  }
}
