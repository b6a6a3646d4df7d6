/** @file The section block. A long text of a message is shown in part, unless the app wants it whole. */

import { h, newId } from "../base/dom.js";
import { textNode } from "../text/texts.js";

const LONG = 700;
const LINES = 12;

/** @param {(element: object) => HTMLElement} operable  draws the accessory where it stands */
export function section(block, surface, operable) {
  const { seat } = surface;
  const { text, fields, accessory, expand } = block;
  const clipped = text && !expand && surface.where.message && isLong(text.text);
  return h("div", {},
    h("div", { class: "section-body" },
      text && (clipped ? shortened(text, seat) : textNode("div", text, seat)),
      fields && h("div", { class: "fields" }, fields.map((field) => textNode("div", field, seat)))),
    accessory && h("div", { class: "accessory" }, operable(accessory)));
}

function isLong(text) {
  return text.length > LONG || text.split("\n").length > LINES;
}

function shortened(text, seat) {
  const id = newId("long");
  const body = textNode("div", text, seat, { id, class: "clipped" });
  const more = h("button", {
    type: "button", class: "see-more", "aria-expanded": "false", "aria-controls": id,
    onclick: () => {
      const open = !body.classList.toggle("clipped");
      more.textContent = open ? seat.words.seeLess : seat.words.seeMore;
      more.setAttribute("aria-expanded", String(open));
    },
  }, seat.words.seeMore);
  return h("div", {}, body, more);
}
