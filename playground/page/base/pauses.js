/** @file Work that waits until a person pauses. */

/** Timers by name; a new one under the same name replaces the waiting one. */
export class Pauses {
  #timers = new Map();

  soon(name, milliseconds, work) {
    this.forget(name);
    this.#timers.set(name, setTimeout(() => {
      this.#timers.delete(name);
      work();
    }, milliseconds));
  }

  forget(name) {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  forgetAll() {
    for (const name of [...this.#timers.keys()]) this.forget(name);
  }
}
