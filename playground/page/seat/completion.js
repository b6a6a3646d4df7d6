/** @file The list of commands that appears over a line that starts with a slash. */

import { fill, h, newId } from "../base/dom.js";

export class Completion {
  #matches = [];
  #active = 0;

  /**
   * @param {import("./seat.js").Seat} seat
   * @param {HTMLTextAreaElement} field
   * @param {(text: string) => void} write  puts a completed line into the field
   */
  constructor(seat, field, write) {
    this.seat = seat;
    this.field = field;
    this.write = write;
    this.id = newId("commands");
    this.node = h("div", { class: "completion", id: this.id, role: "listbox", hidden: true, onmousedown: (event) => event.preventDefault() });
    field.setAttribute("aria-controls", this.id);
    field.setAttribute("aria-autocomplete", "list");
  }

  /** Offer what fits: every command that starts so, then the one that is being written with its usage. */
  offer(text) {
    const [word, ...rest] = text.split(/\s/);
    const written = rest.length > 0;
    const fits = ({ command }) => (written ? command === word : command.startsWith(word));
    this.#matches = text.startsWith("/") && !text.includes("\n") ? this.seat.state.commands.filter(fits) : [];
    this.#active = 0;
    if (this.#matches.length === 0) return this.hide();
    this.node.setAttribute("aria-label", this.seat.words.commands);
    fill(this.node, this.#matches.map((command, index) => this.#row(command, index)));
    this.node.hidden = false;
    this.complete = !written;
    this.#mark();
    return undefined;
  }

  hide() {
    this.node.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }

  /** @returns {boolean} true when the key was meant for the list */
  key(event) {
    if (this.node.hidden) return false;
    if (event.key === "Escape") {
      this.hide();
      return true;
    }
    if (!this.complete) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#active = (this.#active + step + this.#matches.length) % this.#matches.length;
      this.#mark();
      return true;
    }
    const { command } = this.#matches[this.#active];
    const pick = event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && this.field.value !== command);
    if (pick) this.write(`${command} `);
    return pick;
  }

  #row({ command, description, usage_hint: usage }, index) {
    return h("div", {
      id: `${this.id}-${index}`, role: "option", class: "command", data: { command },
      onclick: () => { this.write(`${command} `); this.field.focus(); },
    }, h("div", {}, h("strong", {}, command), usage && h("span", { class: "usage" }, usage)),
    description && h("div", { class: "description" }, description));
  }

  #mark() {
    [...this.node.children].forEach((node, index) => {
      node.setAttribute("aria-selected", String(index === this.#active));
      node.classList.toggle("active", this.complete && index === this.#active);
    });
    this.field.setAttribute("aria-activedescendant", `${this.id}-${this.#active}`);
  }
}
