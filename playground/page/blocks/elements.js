/** @file Which element is drawn by what. */

import { button, feedback, iconButton, overflow } from "./buttons.js";
import { checkboxes, radios } from "./choices.js";
import { dateOf, momentOf, timeOf } from "./dates.js";
import { fileInput } from "./fileinput.js";
import { h } from "../base/dom.js";
import { numberInput, richTextInput, textInput } from "./inputs.js";
import { picture } from "./pictures.js";
import { channelsSelect, conversationsSelect, externalSelect, staticSelect, usersSelect } from "./selects.js";

const ELEMENTS = {
  button,
  overflow,
  icon_button: iconButton,
  feedback_buttons: feedback,
  static_select: staticSelect,
  multi_static_select: staticSelect,
  external_select: externalSelect,
  multi_external_select: externalSelect,
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
  rich_text_input: richTextInput,
  file_input: fileInput,
  image: (element, slot) => picture(element, slot.seat),
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
