/** @file rich_text blocks: sections, lists, quotes, preformatted text and what stands in them. */

import { h } from "../base/dom.js";
import { emoji } from "./emoji.js";
import { date, link, mention } from "./mentions.js";

const TAGS = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" };

/** @returns {HTMLElement[]} one node for each element of the block */
export function richText(elements, seat) {
  return elements.map((element) => (SHAPES[element.type] ?? SHAPES.rich_text_section)(element, seat));
}

const SHAPES = {
  rich_text_section: (element, seat) => h("div", { class: "rich" }, pieces(element, seat)),
  rich_text_preformatted: (element, seat) => h("pre", {}, pieces(element, seat)),
  rich_text_quote: (element, seat) => h("blockquote", {}, pieces(element, seat)),
  rich_text_list: (element, seat) => h(
    element.style === "ordered" ? "ol" : "ul",
    { class: `level-${element.indent ?? 0}`, start: element.style === "ordered" && element.offset ? element.offset + 1 : null },
    element.elements.map((item) => h("li", {}, pieces(item, seat))),
  ),
};

function pieces(element, seat) {
  return (element.elements ?? []).map((piece) => styled((PIECES[piece.type] ?? PIECES.text)(piece, seat), piece.style));
}

const PIECES = {
  text: (piece) => document.createTextNode(piece.text ?? ""),
  link: (piece) => link(piece.url, piece.text ?? piece.url) ?? document.createTextNode(piece.text ?? piece.url),
  user: (piece, seat) => mention("@", piece.user_id, null, seat),
  channel: (piece, seat) => mention("#", piece.channel_id, null, seat),
  usergroup: (piece) => h("span", { class: "mention" }, `@${piece.usergroup_id}`),
  broadcast: (piece) => h("span", { class: "mention" }, `@${piece.range}`),
  emoji: (piece) => document.createTextNode(character(piece)),
  date: (piece, seat) => date(piece.timestamp, piece.format, piece.url, piece.fallback, seat),
  color: (piece) => h("code", {}, piece.value),
};

function character({ name, unicode }) {
  if (unicode) return String.fromCodePoint(...unicode.split("-").map((code) => parseInt(code, 16)));
  return emoji(name) ?? `:${name}:`;
}

function styled(node, style = {}) {
  return Object.entries(TAGS).reduce((inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner), node);
}
