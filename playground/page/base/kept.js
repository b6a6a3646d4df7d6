/** @file What the browser keeps for the page. Where it may keep nothing, the page goes on without. */

/** One value under one name; `store` is "localStorage" (for ever) or "sessionStorage" (while the tab lives). */
export class Kept {
  #store;
  #name;

  constructor(store, name) {
    this.#store = store;
    this.#name = `playground.${name}`;
  }

  /** @returns {any} the value, or null */
  get() {
    try {
      return JSON.parse(window[this.#store].getItem(this.#name));
    } catch {
      return null;
    }
  }

  set(value) {
    try {
      window[this.#store].setItem(this.#name, JSON.stringify(value));
    } catch {
      // A private window without storage: the next page starts afresh.
    }
  }
}
