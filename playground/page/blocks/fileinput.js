/** @file The file_input element: files are chosen, sent to the playground at once, and held as it describes them. */

import { fill, h, newId } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { sizeOf } from "./files.js";
import { upload } from "../base/uploads.js";

const MOST = 10;
const LARGEST = 10 * 1024 * 1024;

export function fileInput(element, slot) {
  return new FileInput(element, slot).node;
}

class FileInput {
  #pending = [];

  constructor(element, slot) {
    this.element = element;
    this.slot = slot;
    this.words = slot.seat.words;
    const id = newId("files");
    this.most = element.max_files ?? MOST;
    this.field = h("input", {
      ...slot.names, id, type: "file", class: "unseen", multiple: this.most > 1, accept: this.#kinds.map((kind) => `.${kind}`).join(",") || null,
      onchange: () => this.#take(),
    });
    this.list = h("ul", { class: "chosen-files" });
    this.trouble = h("div", { class: "error", role: "alert" });
    this.node = h("div", { class: "file-input" }, this.list, this.field,
      h("label", { class: "button", for: id, "aria-hidden": "true" }, icon("upload"), this.words.chooseFiles), this.trouble);
    this.#draw();
  }

  get #kinds() {
    return (this.element.filetypes ?? []).map((kind) => kind.toLowerCase().replace(/^\./, ""));
  }

  #take() {
    const chosen = [...this.field.files];
    this.field.value = "";
    const room = this.most - this.slot.value.length - this.#pending.length;
    const faults = chosen.map((file) => this.#fault(file)).filter(Boolean);
    const good = chosen.filter((file) => !this.#fault(file));
    if (good.length > room) faults.push(this.words.tooManyFiles(this.most));
    this.trouble.textContent = faults.join(" ");
    for (const file of good.slice(0, room)) this.#send(file);
  }

  #fault({ name, size }) {
    const kinds = this.#kinds;
    if (kinds.length && !kinds.includes(name.split(".").at(-1).toLowerCase())) return this.words.wrongKind(name);
    return size > LARGEST ? this.words.fileTooBig(name) : null;
  }

  async #send(file) {
    this.#pending.push(file);
    this.#draw();
    const sending = upload(this.slot.seat.person, file);
    this.slot.surface.uploads.add(sending);
    const answer = await sending;
    this.#pending = this.#pending.filter((one) => one !== file);
    if (answer.ok) this.slot.choose([...this.slot.value, answer.file]);
    else this.trouble.textContent = this.words.uploadFailed(file.name);
    this.slot.surface.uploads.delete(sending);
    this.#draw();
  }

  #draw() {
    const { words, slot } = this;
    const remove = (file) => {
      slot.choose(slot.value.filter(({ id }) => id !== file.id));
      this.#draw();
      this.field.focus();
    };
    fill(this.list,
      slot.value.map((file) => h("li", { class: "chip", data: { file: file.id } }, icon("file"), file.name,
        h("small", {}, sizeOf(file.size ?? 0, words.language)),
        h("button", { type: "button", "aria-label": words.remove(file.name), onclick: () => remove(file) }, icon("cross")))),
      this.#pending.map((file) => h("li", { class: "chip", "aria-busy": "true" }, icon("upload"), file.name)));
  }
}
