/** @file "Are you sure?", asked by an element before it acts. */

import { h, newId } from "../base/dom.js";
import { inFront } from "./front.js";
import { plain, textNode } from "../text/texts.js";
import { trap } from "../base/trap.js";

/**
 * @param {object} asked  Slack's confirm object
 * @param {import("../seat/seat.js").Seat} seat
 * @returns {Promise<boolean>}
 */
export function confirmed(asked, seat) {
  return new Promise((resolve) => {
    const node = inFront(seat, (leave) => dialogue(asked, seat, (yes) => {
      leave();
      resolve(yes);
    }));
    node.querySelector("[data-testid=confirm-yes]").focus();
  });
}

function dialogue(asked, seat, answer) {
  const [title, text] = [newId("confirm"), newId("confirm")];
  const node = h("div", { class: "dialog confirm", role: "alertdialog", "aria-modal": "true", "aria-labelledby": title, "aria-describedby": text },
    h("header", {}, h("h2", { id: title }, plain(asked.title))),
    h("div", { class: "dialog-body" }, textNode("div", asked.text, seat, { id: text })),
    h("footer", {},
      h("button", { type: "button", class: "button", data: { testid: "confirm-no" }, onclick: () => answer(false) },
        plain(asked.deny) || seat.words.cancel),
      h("button", {
        type: "button", class: `button ${asked.style === "danger" ? "danger" : "primary"}`,
        data: { testid: "confirm-yes" }, onclick: () => answer(true),
      }, plain(asked.confirm) || seat.words.yes)));
  trap(node, () => answer(false));
  return node;
}
