/** @file What Slack itself refuses before the app hears of a submission. */

import { isEmpty, places } from "./kinds.js";

/**
 * @param {object[]} blocks
 * @param {import("./form.js").Form} form
 * @param {object} words
 * @returns {Object<string, string>} what is wrong, by block_id
 */
export function faults(blocks, form, words) {
  const wrong = Object.fromEntries(form.missing(blocks).map((id) => [id, words.required]));
  for (const { block, element } of places(blocks)) {
    const value = form.get(block, element);
    if (block.type !== "input" || isEmpty(value)) continue;
    if (element.min_length && value.length < element.min_length) wrong[block.block_id] = words.tooShort(element.min_length);
    if (element.type === "number_input" && !allowed(element, Number(value))) wrong[block.block_id] = words.notANumber;
  }
  return wrong;
}

function allowed({ min_value: least, max_value: most, is_decimal_allowed: decimals }, number) {
  return Number.isFinite(number)
    && (decimals || Number.isInteger(number))
    && (least === undefined || number >= Number(least))
    && (most === undefined || number <= Number(most));
}
