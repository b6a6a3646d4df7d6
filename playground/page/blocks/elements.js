/** @file Which element is drawn by what. */

import { button, menu } from "./buttons.js";
import { checkboxes, radios } from "./choices.js";
import { dateOf, momentOf, timeOf } from "./dates.js";
import { h } from "../base/dom.js";
import { numberInput, textInput } from "./inputs.js";
import { channelsSelect, conversationsSelect, staticSelect, usersSelect } from "./selects.js";

const ELEMENTS = {
  button,
  overflow: menu,
  static_select: staticSelect,
  multi_static_select: staticSelect,
  users_select: usersSelect,
  multi_users_select: usersSelect,
  conversations_select: conversationsSelect,
  multi_conversations_select: conversationsSelect,
  channels_select: channelsSelect,
  multi_channels_select: channelsSelect,
  radio_buttons: radios,
  checkboxes,
  datepicker: dateOf,
  timepicker: timeOf,
  datetimepicker: momentOf,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: numberInput,
  image: ({ image_url: src, alt_text: alt }) => h("img", { src, alt }),
};

/**
 * @param {object} element  the element's JSON
 * @param {import("./slot.js").Slot} slot  where it stands
 * @returns {HTMLElement}
 */
export function drawElement(element, slot) {
  const draw = ELEMENTS[element.type];
  return draw ? draw(element, slot) : h("span", { class: "unknown" }, slot.seat.words.unknownBlock(element.type));
}
