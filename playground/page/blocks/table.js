/** @file The table block. */

import { h } from "../base/dom.js";
import { richText } from "../text/richtext.js";

/** The first row is the head, as Slack draws it. */
export function table({ rows, column_settings: columns = [] }, seat) {
  const [head, ...body] = rows;
  const row = (tag) => (cells) => h("tr", {}, cells.map((cell, index) => h(
    tag,
    { class: `${columns[index]?.align ?? "left"}${columns[index]?.is_wrapped ? " wrapped" : ""}`, scope: tag === "th" ? "col" : null },
    cell.type === "rich_text" ? richText(cell.elements, seat) : String(cell.text ?? cell.value ?? ""),
  )));
  return h("div", { tabindex: "0" }, h("table", {}, h("thead", {}, row("th")(head ?? [])), h("tbody", {}, body.map(row("td")))));
}
