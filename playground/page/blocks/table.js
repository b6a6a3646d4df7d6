/** @file The table block. */

import { h } from "../base/dom.js";
import { richText } from "../text/richtext.js";

/** The first row is the head, as Slack draws it. A wide one scrolls by itself, by keyboard too. */
export function table({ rows, column_settings: columns }, seat) {
  const [head, ...body] = rows;
  const row = (tag) => (cells) => h("tr", {}, cells.map((cell, index) => h(
    tag,
    { class: look(columns?.[index], cell), scope: tag === "th" ? "col" : null },
    cell?.type === "rich_text" ? richText(cell.elements, seat) : String(cell?.text ?? cell?.value ?? ""),
  )));
  return h("div", { tabindex: "0", role: "region", "aria-label": seat.words.table },
    h("table", {}, h("thead", {}, row("th")(head ?? [])), h("tbody", {}, body.map(row("td")))));
}

function look(column, cell) {
  return [column?.align ?? "left", column?.is_wrapped && "wrapped", cell?.type === "raw_number" && "number"].filter(Boolean).join(" ");
}
