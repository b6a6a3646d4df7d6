/** @file Radio buttons and checkboxes: the anchors of a rating are these. */

import { h, newId } from "../base/dom.js";
import { textNode } from "../text/texts.js";

export function radios(element, slot) {
  const name = newId("radio");
  const node = group("radiogroup", element, slot, (option) => h("input", {
    type: "radio", name, value: option.value, onchange: () => slot.choose(option).then(show),
  }));
  const show = () => tick(node, [slot.value]);
  show();
  return node;
}

export function checkboxes(element, slot) {
  const choose = () => {
    const ticked = new Set([...node.querySelectorAll(":checked")].map(({ value }) => value));
    slot.choose(element.options.filter(({ value }) => ticked.has(value))).then(show);
  };
  const node = group("group", element, slot, (option) => h("input", { type: "checkbox", value: option.value, onchange: choose }));
  const show = () => tick(node, slot.value);
  show();
  return node;
}

/** Show what is held, which is not what was clicked when the person then thought better of it. */
function tick(node, held) {
  const values = new Set(held.map((option) => option?.value));
  for (const input of node.querySelectorAll("input")) input.checked = values.has(input.value);
}

/** The options under each other, each with its description, the whole row clickable. */
function group(role, element, slot, control) {
  const named = { "aria-label": slot.ids.label ? null : slot.seat.words.choose };
  const demanded = role === "radiogroup" ? {} : { "aria-required": null };
  return h("div", { ...slot.names, ...named, ...demanded, role, class: "choices" },
    element.options.map((option) => {
      const described = option.description ? newId("described") : null;
      const input = control(option);
      input.dataset.value = option.value;
      if (described) input.setAttribute("aria-describedby", described);
      return h("label", { class: "choice" }, input, h("span", { class: "choice-text" },
        textNode("span", option.text, slot.seat),
        option.description && textNode("span", option.description, slot.seat, { class: "description", id: described })));
    }));
}
