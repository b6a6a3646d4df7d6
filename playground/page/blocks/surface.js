/** @file A thing with blocks that a person can operate: a modal, a message, the Home tab. */

import { conversations } from "./conversations.js";
import { Form } from "./form.js";
import { Pauses } from "../base/pauses.js";
import { send } from "../base/gestures.js";

/** Holds the form and sends block actions from where they happened. */
export class Surface {
  form = new Form();
  pauses = new Pauses();
  /** Uploads that are on their way; a submission waits for them. */
  uploads = new Set();
  blocks = [];
  heading = "h2";
  #origin;

  /**
   * @param {import("../seat/seat.js").Seat} seat
   * @param {object} where  `{view: id}` or `{message: {channel, ts}}`, as gestures name it
   */
  constructor(seat, where) {
    this.seat = seat;
    this.where = where;
    this.#origin = seat.channel;
  }

  /** Take over a new version of the blocks; every block gets a name of its own. */
  adopt(blocks, known) {
    this.blocks = (blocks ?? []).map((block, index) => this.#here({ ...block, block_id: block.block_id || `block-${index}` }));
    this.form.adopt(this.blocks, known);
    return this.blocks;
  }

  /** A select that asks for it starts with the conversation it was opened in, where its filter allows that. */
  #here(block) {
    const { element } = block;
    if (!element?.default_to_current_conversation || element.initial_conversation) return block;
    const allowed = conversations(this.seat, element.filter).some(({ value }) => value === this.#origin);
    return allowed ? { ...block, element: { ...element, initial_conversation: this.#origin } } : block;
  }

  /** The state that goes with a gesture. */
  get state() {
    return { values: this.form.values(this.blocks) };
  }

  /** Send a block action. Resolves when the app has answered. */
  act(block, element, held) {
    return this.seat.gesture({
      do: "act", ...this.where, block_id: block.block_id, action_id: element.action_id ?? "", element: held, state: this.state,
    });
  }

  /** Ask the app what fits a text that is being typed. A failure is told where it was typed, not over everything. */
  suggest(block, element, typed) {
    return send(this.seat.person, {
      do: "suggest", ...this.where, block_id: block.block_id, action_id: element.action_id ?? "", value: typed, state: this.state,
    });
  }

  /** Called when something in `block` changed; modals take its error away. */
  touched(_block) {}
}
