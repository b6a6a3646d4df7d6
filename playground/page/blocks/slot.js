/** @file The place of one element: what it holds there, and what happens when a person changes or presses it. */

import { busyWhile } from "../base/busy.js";
import { confirmed } from "./confirm.js";
import { payload } from "./kinds.js";

const TYPING_PAUSE = 400;

/** Handed to each element; knows the block around it and the surface (modal, message or Home) around that. */
export class Slot {
  /**
   * @param {import("./surface.js").Surface} surface
   * @param {object} block
   * @param {object} element
   * @param {{label?: string, hints?: string}} [ids]  element ids of the label and of hint and error
   */
  constructor(surface, block, element, ids = {}) {
    this.surface = surface;
    this.seat = surface.seat;
    this.block = block;
    this.element = element;
    this.ids = ids;
  }

  get required() {
    return this.block.type === "input" && !this.block.optional;
  }

  get value() {
    return this.surface.form.get(this.block, this.element);
  }

  /** Names for assistive technology and hooks for tests, for the node a person operates. */
  get names() {
    return {
      "aria-labelledby": this.ids.label,
      "aria-describedby": this.ids.hints,
      "aria-required": this.required ? "true" : null,
      data: { actionId: this.element.action_id ?? "", ...(this.element.focus_on_load ? { focusFirst: "" } : {}) },
    };
  }

  /**
   * Hold a chosen value and tell the app when it asked to be told; first the element's own question, if it has one.
   * @returns {Promise<boolean>} false when the person said no: the element shows `value` again
   */
  async choose(value) {
    if (this.element.confirm && !(await confirmed(this.element.confirm, this.seat))) return false;
    this.keep(value);
    if (this.block.type !== "input" || this.block.dispatch_action) this.#act(payload(this.element, value));
    return true;
  }

  /** Hold a value that the app does not hear of yet. */
  keep(value) {
    this.surface.form.put(this.block, this.element, value);
    this.surface.touched(this.block);
  }

  /** Hold what is being typed; tell the app at the next pause when it asked for each character. */
  type(value) {
    this.keep(value);
    if (this.#triggers("on_character_entered")) {
      this.surface.pauses.soon(this.name, TYPING_PAUSE, () => this.#act(payload(this.element, this.value)));
    }
  }

  /** Enter in a line of text. */
  enter() {
    if (this.#triggers("on_enter_pressed")) this.#act(payload(this.element, this.value));
  }

  /**
   * Press a button or choose from a menu, after the element's own question if it has one.
   * @returns {Promise<boolean>} false when the person said no
   */
  async press(held, node) {
    if (this.element.confirm && !(await confirmed(this.element.confirm, this.seat))) return false;
    await busyWhile(node, () => this.#act(held));
    return true;
  }

  /** What the element is called among those of its surface. */
  get name() {
    return `${this.block.block_id}\n${this.element.action_id}`;
  }

  #triggers(when) {
    const asked = this.element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
    return Boolean(this.block.dispatch_action) && asked.includes(when);
  }

  #act(held) {
    this.surface.pauses.forget(this.name);
    return this.surface.act(this.block, this.element, held);
  }
}
