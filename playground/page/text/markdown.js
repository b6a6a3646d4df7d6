/** @file The markdown block: headings, lists, quotes, tables, fenced code; what is none of these is a paragraph. */

import { h } from "../base/dom.js";
import { link } from "./mentions.js";

const FENCE = /^\s*(```+|~~~+)/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^\s{0,3}>\s?/;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+/;
const LINES = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const INLINE = /\\([\\`*_{}[\]()#+.!>|~-])|`([^`]+)`|\*\*(.+?)\*\*|(?<!\w)__(.+?)__(?!\w)|\*(?!\s)(.+?)\*|(?<!\w)_(.+?)_(?!\w)|~~(.+?)~~|!?\[([^\]]*)\]\(([^)\s]+)\)/;
const TAGS = ["strong", "strong", "em", "em", "s"];

/** @returns {Node[]} */
export function markdown(text) {
  const rest = text.split("\n");
  const out = [];
  while (rest.length) {
    if (rest[0].trim()) out.push(part(rest));
    else rest.shift();
  }
  return out;
}

/** Take the lines of one part away from those that are left. */
function part(rest) {
  const [line, next] = rest;
  if (FENCE.test(line)) return fenced(rest);
  const heading = HEADING.exec(line);
  if (heading || RULE.test(line)) rest.shift();
  if (heading) return h(`h${Math.min(6, heading[1].length + 2)}`, { class: `size-${heading[1].length}` }, inline(heading[2]));
  if (RULE.test(line)) return h("hr");
  if (QUOTE.test(line)) return h("blockquote", {}, markdown(taken(rest, (one) => QUOTE.test(one)).map((one) => one.replace(QUOTE, "")).join("\n")));
  if (ITEM.test(line)) return list(rest);
  if (isTable(line, next)) return table(rest);
  return paragraph(rest);
}

function taken(rest, belongs) {
  const end = rest.findIndex((line, index) => !belongs(line, index));
  return rest.splice(0, end < 0 ? rest.length : end);
}

function fenced(rest) {
  const mark = FENCE.exec(rest.shift())[1];
  const code = taken(rest, (line) => !line.trim().startsWith(mark));
  rest.shift();
  return h("pre", {}, code.join("\n"));
}

/** Items, each with what is indented below it. */
function list(rest) {
  const [, indent, number] = ITEM.exec(rest[0]);
  const items = [];
  for (let found = ITEM.exec(rest[0]); found && found[1].length === indent.length && Boolean(found[2]) === Boolean(number); found = ITEM.exec(rest[0] ?? "")) {
    const first = rest.shift().slice(found[0].length);
    const under = taken(rest, (line) => /^\s+\S/.test(line) && line.search(/\S/) > indent.length);
    items.push(h("li", {}, inline(first), under.length > 0 && markdown(unindented(under))));
  }
  return h(number ? "ol" : "ul", { start: number && number !== "1" ? number : null }, items);
}

function unindented(lines) {
  const depth = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(depth)).join("\n");
}

function isTable(line, next) {
  return line.includes("|") && (next ?? "").includes("-") && LINES.test(next ?? "") && cells(line).length === cells(next).length;
}

function table(rest) {
  const head = cells(rest.shift());
  const sides = cells(rest.shift()).map((mark) => (mark.endsWith(":") ? (mark.startsWith(":") ? "center" : "right") : "left"));
  const rows = taken(rest, (line) => line.includes("|") && line.trim() !== "").map(cells);
  const row = (tag, each) => h("tr", {}, head.map((_, index) => h(tag, { class: `${sides[index]} wrapped`, scope: tag === "th" ? "col" : null }, inline(each[index] ?? ""))));
  return h("div", { class: "block-table", tabindex: "0" }, h("table", {}, h("thead", {}, row("th", head)), h("tbody", {}, rows.map((each) => row("td", each)))));
}

/** The cells of a row: what stands between bars that are not escaped. */
function cells(line) {
  return line.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "").split(/(?<!\\)\|/).map((cell) => cell.trim());
}

function paragraph(rest) {
  const first = rest.shift();
  const more = taken(rest, (line) => line.trim() && ![FENCE, HEADING, RULE, QUOTE, ITEM].some((other) => other.test(line)));
  return h("p", {}, inline([first, ...more].join("\n")));
}

function inline(text) {
  const found = INLINE.exec(text);
  if (!found) return text ? [text] : [];
  const [whole, escaped, code, ...groups] = found;
  return [text.slice(0, found.index), piece(whole, escaped, code, groups), ...inline(text.slice(found.index + whole.length))];
}

function piece(whole, escaped, code, groups) {
  if (escaped) return escaped;
  if (code) return h("code", {}, code);
  const style = groups.slice(0, TAGS.length).findIndex((group) => group !== undefined);
  if (style >= 0) return h(TAGS[style], {}, inline(groups[style]));
  const [label, href] = groups.slice(TAGS.length);
  return link(href, label || href) ?? whole;
}
