/** @file The stack of modals a person has open. The top one is shown, over this person's seat alone; those under it keep what was typed. */

import { h } from "../base/dom.js";
import { elsewhere, ModalView } from "./modalview.js";

export class Modals {
  #views = new Map();
  #shown = null;
  #before = null;

  constructor(seat) {
    this.seat = seat;
    this.layer = h("div", { class: "layer", hidden: true });
    seat.node.append(this.layer);
  }

  draw() {
    const { views } = this.seat.state;
    const open = new Set(views.map(({ id }) => id));
    for (const [id, view] of this.#views) if (!open.has(id)) this.#forget(id, view);
    for (const view of views) this.#take(view);
    this.#show(this.#views.get(views.at(-1)?.id) ?? null);
  }

  /** While a question stands in front of everything. */
  cover(covered) {
    this.layer.inert = covered;
    this.seat.app.inert = covered || this.#shown !== null;
  }

  #take(view) {
    if (!this.#views.has(view.id)) this.#views.set(view.id, new ModalView(this.seat, view.id));
    this.#views.get(view.id).take(view);
  }

  #forget(id, view) {
    view.pauses.forgetAll();
    this.#views.delete(id);
  }

  #show(view) {
    if (view === this.#shown) return view?.settle();
    if (!this.#shown) this.#before = elsewhere(this.seat) ? null : document.activeElement;
    this.#shown?.leave();
    this.#shown = view;
    this.layer.hidden = view === null;
    this.layer.replaceChildren(...(view ? [view.node] : []));
    this.seat.app.inert = view !== null;
    if (view) return view.enter();
    if (elsewhere(this.seat)) return undefined;
    const back = this.#before?.isConnected && this.#before !== document.body ? this.#before : this.seat.app.querySelector("[data-testid=composer]");
    back?.focus({ preventScroll: true });
    return undefined;
  }
}
