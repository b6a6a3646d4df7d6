/** @file Text and number inputs. */

import { h } from "../base/dom.js";
import { asLines, asRichText } from "../text/richlines.js";
import { plain } from "../text/texts.js";

const KEYBOARDS = { email_text_input: "email", url_text_input: "url" };

export function textInput(element, slot) {
  const node = h(element.multiline ? "textarea" : "input", {
    ...slot.names,
    type: element.multiline ? null : "text",
    inputmode: KEYBOARDS[element.type],
    class: "field",
    placeholder: plain(element.placeholder),
    maxlength: element.max_length,
    autocomplete: "off",
    rows: element.multiline ? 3 : null,
    oninput: () => {
      slot.type(node.value || null);
      if (element.multiline) grow(node);
    },
    onkeydown: (event) => {
      if (event.key !== "Enter" || event.isComposing || element.multiline) return;
      event.preventDefault();
      slot.enter();
    },
  });
  node.value = slot.value ?? "";
  if (element.multiline) requestAnimationFrame(() => grow(node));
  return node;
}

/** Lines that become rich text; what the app put there stays as it is until somebody types. */
export function richTextInput(element, slot) {
  const node = h("textarea", {
    ...slot.names, class: "field", placeholder: plain(element.placeholder), rows: element.min_lines ?? 3,
    oninput: () => {
      slot.type(asRichText(node.value));
      grow(node);
    },
  });
  node.value = asLines(slot.value);
  requestAnimationFrame(() => grow(node));
  return node;
}

export function numberInput(element, slot) {
  const node = h("input", {
    ...slot.names,
    type: "number",
    class: "field",
    placeholder: plain(element.placeholder),
    min: element.min_value,
    max: element.max_value,
    step: element.is_decimal_allowed ? "any" : 1,
    oninput: () => slot.type(node.value || null),
    onkeydown: (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      slot.enter();
    },
  });
  node.value = slot.value ?? "";
  return node;
}

/** A field as tall as its text, up to what the style sheet allows. */
export function grow(node) {
  node.style.height = "auto";
  if (node.scrollHeight) node.style.height = `${node.scrollHeight + 2}px`;
}
