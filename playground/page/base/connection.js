/** @file The live line of one person: the whole state at first, then what changed in it. */

import { Line } from "./line.js";
import { merged } from "./merging.js";

export class Connection {
  #told;
  #person;
  #line;
  #state = null;

  /**
   * `state` is told with every new state; what did not change in it is the same object as before.
   * @param {string} person
   * @param {{state: (state: object, timed: boolean) => void, line: (up: boolean) => void, stranger: () => void}} told
   *   timed: the state's `now` is of this moment
   */
  constructor(person, told) {
    this.#told = told;
    this.#person = person;
    this.#line = new Line(`/live?as=${encodeURIComponent(person)}`, { frame: (frame) => this.#take(frame), lost: () => this.#lost() });
  }

  open() {
    this.#line.open();
  }

  close() {
    this.#line.close();
  }

  #take({ state, patch }) {
    this.#state = state ?? merged(this.#state, patch);
    this.#told.line(true);
    this.#told.state(this.#state, Boolean(state) || "now" in patch);
  }

  #lost() {
    this.#told.line(false);
    this.#ask();
  }

  /** A line is not taken up either when nobody is there by that id. */
  async #ask() {
    const answer = await fetch(`/state?as=${encodeURIComponent(this.#person)}`).catch(() => null);
    if (answer?.status === 404) this.#told.stranger();
  }
}
