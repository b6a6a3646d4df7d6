/** @file A button with a menu: the overflow element, a message's actions, what a composer can add. */

import { fill, h, newId } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { Popup } from "./popup.js";

/** @typedef {{label: string, note?: string, value?: string, mark?: string, href?: string, danger?: boolean, choose: () => void}} Item */

/**
 * @param {object} how
 * @param {string} how.label  what the button is called
 * @param {string} how.mark  its picture
 * @param {string} how.look  its class
 * @param {string} [how.name]  its data-focus, by which it is found again
 * @param {() => Item[]} items  asked each time the menu opens
 * @returns {{button: HTMLElement, list: HTMLElement}} both belong into the page, side by side
 */
export function menuButton({ label, mark, look, name }, items) {
  const id = newId("menu");
  const button = h("button", {
    type: "button", class: look, title: label, "aria-label": label, "aria-haspopup": "menu", "aria-controls": id,
    data: name ? { focus: name } : {}, onclick: () => popup.toggle(),
  }, icon(mark));
  const list = h("div", { id, class: "popup menu", role: "menu", "aria-label": label });
  const popup = new Popup(button, list, { onopen: () => list.firstElementChild?.focus() });
  const leave = () => {
    popup.close();
    button.focus();
  };
  button.addEventListener("click", () => fill(list, items().map((item) => row(item, leave))), true);
  list.addEventListener("keydown", (event) => walk(event, list, leave));
  return { button, list };
}

function row({ label, note, value, mark, href, danger, choose }, leave) {
  const props = {
    role: "menuitem", tabindex: "-1", class: `option${danger ? " dangerous" : ""}`, data: value === undefined ? {} : { value },
    onclick: () => {
      leave();
      choose();
    },
  };
  const words = [mark && icon(mark), h("span", { class: "option-text" }, h("span", {}, label), note && h("span", { class: "description" }, note))];
  if (href) return h("a", { ...props, href, target: "_blank", rel: "noopener noreferrer" }, words);
  return h("button", { ...props, type: "button" }, words);
}

function walk(event, list, leave) {
  const items = [...list.children];
  const at = items.indexOf(document.activeElement);
  const goal = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") leave();
  if (goal === undefined) return;
  event.preventDefault();
  items[goal].focus();
}
