/** @file What a person has typed and chosen in one view or message, kept across its updates. */

import { carried, initial, isEmpty, kindOf, optionsOf, places } from "./kinds.js";

const nameOf = (block, element) => `${block.block_id}\n${element.action_id}`;

/** Values by block_id and action_id. A value outlives an update as long as both names and the type stay. */
export class Form {
  #held = new Map();

  /**
   * Take over a new version of the blocks.
   * @param {object[]} blocks
   * @param {Object<string, Object<string, object>>} [known]  values the server already has (after a reload)
   */
  adopt(blocks, known = {}) {
    const next = new Map();
    for (const { block, element } of places(blocks)) {
      const name = nameOf(block, element);
      const held = this.#held.get(name);
      const stays = held?.type === element.type && possible(element, held.value);
      next.set(name, { type: element.type, value: stays ? held.value : started(block, element, known) });
    }
    this.#held = next;
  }

  get(block, element) {
    return this.#held.get(nameOf(block, element))?.value ?? kindOf(element).empty;
  }

  put(block, element, value) {
    this.#held.set(nameOf(block, element), { type: element.type, value });
  }

  /** `state.values` as Slack sends it: every place, the empty ones too. */
  values(blocks) {
    const values = {};
    for (const { block, element } of places(blocks)) {
      values[block.block_id] ??= {};
      values[block.block_id][element.action_id] = carried(element, this.get(block, element));
    }
    return values;
  }

  /** block_ids of the inputs that must be filled and are not. */
  missing(blocks) {
    return [...places(blocks)]
      .filter(({ block, element }) => block.type === "input" && !block.optional && isEmpty(this.get(block, element)))
      .map(({ block }) => block.block_id);
  }
}

function started(block, element, known) {
  const seen = known[block.block_id]?.[element.action_id];
  const value = seen?.[kindOf(element).holds];
  return value !== undefined && possible(element, value) ? value : initial(element);
}

/** A chosen option that the new version no longer offers cannot stay chosen. */
function possible(element, value) {
  if (!kindOf(element).options || isEmpty(value)) return true;
  const offered = new Set(optionsOf(element).map((option) => option.value));
  return [value].flat().every((option) => offered.has(option.value));
}
