/** @file The card block: a picture, a name, a few words and what can be done. */

import { h } from "../base/dom.js";
import { openable, picture } from "./pictures.js";
import { textNode } from "../text/texts.js";

/** @param {(element: object) => HTMLElement} operable  draws a button where it stands */
export function card(block, surface, operable) {
  const { seat } = surface;
  const { hero_image: hero, icon, title, subtitle, body, actions } = block;
  return h("div", { role: "group", "aria-label": title?.text ?? null },
    hero && h("div", { class: "card-hero" }, openable(hero, seat)),
    (icon || title || subtitle) && h("div", { class: "card-head" },
      icon && picture(icon, seat),
      h("div", {}, title && textNode("strong", title, seat), subtitle && textNode("div", subtitle, seat, { class: "card-subtitle" }))),
    body && textNode("div", body, seat, { class: "card-body" }),
    actions?.length > 0 && h("div", { class: "card-actions" }, actions.map(operable)));
}
