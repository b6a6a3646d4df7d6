/** @file Buttons and overflow menus. */

import { h, newId } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { Popup } from "./popup.js";
import { plain } from "../text/texts.js";

export function button(element, slot) {
  const held = element.value === undefined ? {} : { value: element.value };
  const props = {
    class: `button ${element.style ?? ""}`,
    "aria-label": element.accessibility_label,
    data: { actionId: element.action_id ?? "", ...(element.value === undefined ? {} : { value: element.value }) },
  };
  const press = ({ currentTarget }) => slot.press(held, currentTarget);
  if (!element.url) return h("button", { ...props, type: "button", onclick: press }, plain(element.text));
  return h("a", { ...props, href: element.url, target: "_blank", rel: "noopener noreferrer", onclick: press }, plain(element.text));
}

/** The three dots: a menu of options, each a block action. */
export function menu(element, slot) {
  const id = newId("menu");
  const opener = h("button", {
    type: "button", class: "button menu-button", "aria-haspopup": "menu", "aria-controls": id,
    "aria-label": slot.seat.words.moreActions, onclick: () => popup.toggle(),
  }, icon("dots"));
  const list = h("div", { id, class: "popup menu", role: "menu" }, element.options.map((option) => item(option)));
  const popup = new Popup(opener, list, { onopen: () => list.firstElementChild?.focus() });
  list.addEventListener("keydown", (event) => walk(event, list));
  return h("span", { class: "overflow", data: { actionId: element.action_id ?? "" } }, opener, list);

  function item(option) {
    const choose = () => {
      popup.close();
      opener.focus();
      slot.press({ selected_option: option }, opener);
    };
    const props = { role: "menuitem", class: "option", data: { value: option.value }, onclick: choose };
    if (option.url) return h("a", { ...props, href: option.url, target: "_blank", rel: "noopener noreferrer" }, plain(option.text));
    return h("button", { ...props, type: "button" }, plain(option.text));
  }
}

function walk(event, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...list.children];
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
}
