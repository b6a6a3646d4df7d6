/** @file Where a picker's choices come from: a list that is there, or the app, which is asked while a person types. */

import { plain } from "../text/texts.js";

const TYPING_PAUSE = 300;
const LEAST = 3;

/** @typedef {(choices: import("./listbox.js").Choice[], instead?: string) => void} Show  `instead`: what stands there when there is no choice */

/** A fixed list, searched by what stands in it. */
export class Choices {
  constructor(choices, words) {
    this.choices = choices;
    this.words = words;
  }

  /** Show what fits the typed text. */
  offer(typed, show) {
    const asked = typed.trim().toLowerCase();
    const fits = ({ label, note }) => `${label} ${note ?? ""}`.toLowerCase().includes(asked);
    show(this.choices.filter(fits), this.words.nothingFound);
  }

  labelOf(value) {
    return this.choices.find((choice) => choice.value === value)?.label ?? value;
  }

  /** Nobody looks any more. */
  stop() {}
}

/** The app's own search. An older answer never replaces a newer one. */
export class Suggestions {
  #round = 0;
  #known = new Map();

  /**
   * @param {import("./slot.js").Slot} slot
   * @param {object[]} held  options that are chosen already
   */
  constructor(slot, held) {
    this.slot = slot;
    this.words = slot.seat.words;
    this.#learn(held);
  }

  offer(typed, show) {
    this.stop();
    const { slot, words } = this;
    const least = slot.element.min_query_length ?? LEAST;
    if (typed.length < least) return show([], words.typeMore(least));
    show([], words.searching);
    const round = this.#round;
    slot.surface.pauses.soon(`${slot.name}\n?`, TYPING_PAUSE, async () => {
      const answer = await slot.surface.suggest(slot.block, slot.element, typed);
      if (round === this.#round) this.#answered(answer, show);
    });
    return undefined;
  }

  labelOf(value) {
    return plain(this.option(value)?.text) || value;
  }

  /** The option object of a value, as the app gave it. */
  option(value) {
    return this.#known.get(value);
  }

  stop() {
    this.#round += 1;
    this.slot.surface.pauses.forget(`${this.slot.name}\n?`);
  }

  #answered({ ok, options, option_groups: groups }, show) {
    if (!ok) return show([], this.words.noSuggestions);
    const choices = choicesOf(options, groups);
    this.#learn(choices.map(({ option }) => option));
    return show(choices, this.words.nothingFound);
  }

  #learn(options) {
    for (const option of options) this.#known.set(option.value, option);
  }
}

/** A picker's rows for Slack's options, whether grouped or not. */
export function choicesOf(options, groups) {
  return (groups ?? [{ options: options ?? [] }]).flatMap((group) => group.options.map((option) => ({
    value: option.value, label: plain(option.text), note: plain(option.description), group: plain(group.label), option,
  })));
}
