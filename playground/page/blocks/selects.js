/** @file What the selects offer: fixed options, people, conversations. The list itself is in picker.js. */

import { conversations } from "./conversations.js";
import { kindOf } from "./kinds.js";
import { Picker } from "./picker.js";
import { plain } from "../text/texts.js";

/**
 * Tie a picker, which knows values only, to a slot, which holds what Slack carries.
 * @param {(value: string) => any} held  what Slack carries for a chosen value
 * @param {(held: any) => string} value  the other way
 */
function select(element, slot, choices, held = (value) => value, value = (kept) => kept) {
  const many = Array.isArray(kindOf(element).empty);
  return new Picker({
    slot, choices, many,
    placeholder: plain(element.placeholder) || slot.seat.words.choose,
    most: element.max_selected_items ?? Infinity,
    chosen: (many ? slot.value : [slot.value]).filter((one) => one !== null).map(value),
    pick: (values) => slot.choose(many ? values.map(held) : values.length ? held(values[0]) : null),
  }).node;
}

export function staticSelect(element, slot) {
  const groups = element.option_groups ?? [{ options: element.options ?? [] }];
  const choices = groups.flatMap((group) => group.options.map((option) => ({
    value: option.value, label: plain(option.text), note: plain(option.description), group: plain(group.label), option,
  })));
  const byValue = new Map(choices.map((choice) => [choice.value, choice.option]));
  return select(element, slot, choices, (value) => byValue.get(value), (option) => option.value);
}

export function usersSelect(element, slot) {
  const { seat } = slot;
  return select(element, slot, seat.state.people.map((person) => ({
    value: person.id, label: person.real_name || person.name, note: person.title, person,
  })));
}

export function channelsSelect(element, slot) {
  return select(element, slot, conversations(slot.seat, { include: ["public"] }));
}

export function conversationsSelect(element, slot) {
  return select(element, slot, conversations(slot.seat, element.filter));
}
