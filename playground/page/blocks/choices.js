/** @file Radio buttons and checkboxes: the anchors of a rating are these. */

import { h, newId } from "../base/dom.js";
import { textNode } from "../text/texts.js";

export function radios(element, slot) {
  const name = newId("radio");
  const chosen = slot.value?.value;
  return group("radiogroup", element, slot, (option) => h("input", {
    type: "radio", name, value: option.value, checked: option.value === chosen,
    onchange: () => slot.choose(option),
  }));
}

export function checkboxes(element, slot) {
  const ticked = new Set(slot.value.map((option) => option.value));
  const tick = (value, on) => {
    if (on) ticked.add(value);
    else ticked.delete(value);
    slot.choose(element.options.filter((option) => ticked.has(option.value)));
  };
  return group("group", element, slot, (option) => h("input", {
    type: "checkbox", value: option.value, checked: ticked.has(option.value),
    onchange: ({ target }) => tick(option.value, target.checked),
  }));
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
