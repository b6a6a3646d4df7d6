/** @file What the selects offer: fixed options, the app's search, people, conversations. The list itself is in picker.js. */

import { conversations } from "./conversations.js";
import { kindOf } from "./kinds.js";
import { Picker } from "./picker.js";
import { Choices, choicesOf, Suggestions } from "./source.js";
import { plain } from "../text/texts.js";

const SAME = { held: (value) => value, value: (kept) => kept };

/**
 * Tie a picker, which knows values only, to a slot, which holds what Slack carries.
 * @param {{held: (value: string) => any, value: (held: any) => string}} turn  one into the other
 */
function select(element, slot, source, turn = SAME) {
  const many = Array.isArray(kindOf(element).empty);
  return new Picker({
    slot, source, many,
    placeholder: plain(element.placeholder) || slot.seat.words.choose,
    most: element.max_selected_items ?? Infinity,
    chosen: () => (many ? slot.value : [slot.value]).filter((one) => one !== null).map(turn.value),
    pick: (values) => slot.choose(many ? values.map(turn.held) : values.length ? turn.held(values[0]) : null),
  }).node;
}

export function staticSelect(element, slot) {
  const choices = choicesOf(element.options, element.option_groups);
  const byValue = new Map(choices.map((choice) => [choice.value, choice.option]));
  const source = new Choices(choices, slot.seat.words);
  return select(element, slot, source, { held: (value) => byValue.get(value), value: (option) => option.value });
}

export function externalSelect(element, slot) {
  const source = new Suggestions(slot, [slot.value].flat().filter(Boolean));
  return select(element, slot, source, { held: (value) => source.option(value), value: (option) => option.value });
}

export function usersSelect(element, slot) {
  const { seat } = slot;
  return select(element, slot, new Choices(seat.state.people.map((person) => ({
    value: person.id, label: person.real_name || person.name, note: person.title, person,
  })), seat.words));
}

export function channelsSelect(element, slot) {
  return select(element, slot, new Choices(conversations(slot.seat, { include: ["public"] }), slot.seat.words));
}

export function conversationsSelect(element, slot) {
  return select(element, slot, new Choices(conversations(slot.seat, element.filter), slot.seat.words));
}
