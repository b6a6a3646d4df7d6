/** @file The alert block: a notice whose weight is told by colour, by picture and in words. */

import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { textNode } from "../text/texts.js";

const MARKS = { default: "info", info: "info", warning: "warning", error: "error", success: "success" };
const WORDS = { info: "levelInfo", warning: "levelWarning", error: "levelError", success: "levelSuccess" };
const URGENT = new Set(["warning", "error"]);

/** In a view an urgent one is read out at once; in a message it is read in its turn. */
export function alertBlock({ text, level }, surface) {
  const weight = Object.hasOwn(MARKS, level ?? "") ? level : "default";
  const { words } = surface.seat;
  return h("div", { class: `alert-${weight}`, role: surface.where.view && URGENT.has(weight) ? "alert" : "note", data: { level: weight } },
    icon(MARKS[weight]),
    weight !== "default" && h("span", { class: "unseen" }, words[WORDS[weight]]),
    textNode("div", text, surface.seat));
}
