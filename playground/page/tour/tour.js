/** @file The tour: a panel beside the seats that leads a visitor through the product, step by step. */

import { h, fill, keepFocus } from "../base/dom.js";
import { send } from "../base/gestures.js";
import { Kept } from "../base/kept.js";
import { usualLanguage } from "../frame/languages.js";
import { wordsFor } from "../text/words.js";
import { endPage, offerPage, pill, spoken, stepPage } from "./pages.js";

const END = "end";

export class Tour {
  #kept = new Kept("sessionStorage", "tour");
  /** What a visitor had: `{closed, at, language}`; `at` is a step's id, "end", or null before the start. */
  #memory = { closed: false, at: null, language: usualLanguage(), ...this.#kept.get() };
  #steps = null;
  #signature = null;
  #small = false;
  #failed = false;
  #heard = null;

  /**
   * @param {{changed: () => void, restarted: () => void, restart: (language: string) => void, left: () => void, compose: (text: string) => void, go: (step: object) => void, pair: () => void, drawer: () => void}} house
   *   changed: opened or closed; restarted: the workspace is new; left: hidden; go: to a step's seats;
   *   compose: put a line where the step's person writes
   */
  constructor(house) {
    this.house = house;
    this.page = h("div", { class: "tour-page" });
    this.status = h("div", { class: "sr", role: "status", "aria-live": "polite" });
    this.node = h("aside", { class: "tour", hidden: true, tabindex: "-1", data: { testid: "tour" } }, this.page, this.status);
  }

  get words() {
    return wordsFor(this.#memory.language);
  }

  get language() {
    return this.#memory.language;
  }

  get open() {
    return this.#steps !== null && !this.#memory.closed;
  }

  /** How far one is, for the page's bar; "" before the start, null where there is no tour. */
  progress(words) {
    if (!this.#steps) return null;
    return this.#index < 0 ? "" : words.tourProgress(this.#index + 1, this.#steps.length);
  }

  toggle() {
    this.#remember({ closed: !this.#memory.closed });
    if (this.open) this.node.focus({ preventScroll: true });
  }

  /** Take up again from the first step, after a new start. */
  begin(language) {
    this.#remember({ language, closed: false, at: this.#steps?.[0]?.id ?? null });
  }

  /**
   * @param {{steps: object[], current: string|null}|null|undefined} tour
   * @param {boolean} crowded  a modal is open in a small window: the panel becomes one line
   */
  draw(tour, crowded) {
    this.#steps = tour?.steps.length ? tour.steps : null;
    if (!crowded) this.#small = false;
    if (crowded && !this.crowded) this.#small = true;
    this.crowded = crowded;
    this.node.hidden = !this.open;
    if (this.open) this.#draw();
  }

  #draw() {
    const { words, language } = this;
    const signature = JSON.stringify([this.#steps, this.#memory, this.#small, this.#failed]);
    if (this.#signature === signature) return;
    this.#signature = signature;
    this.node.lang = language;
    this.node.setAttribute("aria-label", words.tour);
    this.node.classList.toggle("small", this.#small);
    this.node.dataset.at = this.#memory.at ?? "offer";
    keepFocus(this.page, () => fill(this.page, this.#page()));
    this.#tell();
  }

  #page() {
    const { words } = this;
    const deeds = this.#deeds();
    if (this.#small) return pill(this.#title, this.#steps[this.#index]?.done, words, () => this.#unfold());
    if (this.#memory.at === END) return endPage(words, deeds);
    if (this.#index < 0) return offerPage(this.#steps, this.language, words, deeds, this.#failed);
    return stepPage(this.#steps, this.#index, words, deeds, this.#failed);
  }

  #unfold() {
    this.#small = false;
    this.#draw();
    this.page.querySelector("button")?.focus();
  }

  #deeds() {
    return {
      close: () => this.#leave(),
      speak: (language) => this.#remember({ language }),
      start: () => this.#start(),
      prepare: (step) => this.#prepare(step),
      turnTo: (index) => this.#turnTo(index),
      restart: () => this.house.restart(this.language),
      pair: this.house.pair,
      drawer: this.house.drawer,
    };
  }

  get #index() {
    return this.#steps?.findIndex(({ id }) => id === this.#memory.at) ?? -1;
  }

  get #title() {
    const step = this.#steps[this.#index];
    return step ? `${this.words.tourProgress(this.#index + 1, this.#steps.length)} · ${spoken(step.title, this.language)}` : this.words.tour;
  }

  async #start() {
    const answer = await send("", { do: "restart", language: this.language });
    this.#failed = !answer.ok;
    if (!answer.ok) return this.#draw();
    this.house.restarted();
    this.begin(this.language);
    return this.#focus("prepare");
  }

  async #prepare(step) {
    this.house.go(step);
    const answer = await send(step.person, { do: "tour_prepare", step: step.id });
    this.#failed = !answer.ok;
    if (answer.ok && step.compose) this.house.compose(spoken(step.compose, this.language));
    this.#draw();
  }

  #turnTo(index) {
    this.#failed = false;
    this.#remember({ at: this.#steps[index]?.id ?? END });
    this.#focus("prepare");
  }

  /** The button that was pressed may be gone: the next thing to press has the focus then. */
  #focus(name) {
    const next = this.page.querySelector(`[data-focus="${name}"]`) ?? this.page.querySelector("button");
    if (document.activeElement === document.body || this.node.contains(document.activeElement)) next?.focus();
  }

  #leave() {
    this.#remember({ closed: true });
    this.house.left();
  }

  #remember(what) {
    Object.assign(this.#memory, what);
    this.#kept.set(this.#memory);
    this.node.hidden = !this.open;
    if (this.open) this.#draw();
    this.house.changed();
  }

  /** What a screen reader says: the new step, or that the step is done. */
  #tell() {
    const step = this.#steps[this.#index];
    if (!step) return;
    const { words, language } = this;
    const news = step.done ? words.stepDone(spoken(step.title, language)) : [this.#title, spoken(step.text, language)].join(". ");
    if (this.#heard !== news) this.status.textContent = news;
    this.#heard = news;
  }
}
