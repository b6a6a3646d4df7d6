/** @file The markdown block: the part of standard Markdown that reads well here; the rest stays as written. */

import { h } from "../base/dom.js";
import { link } from "./mentions.js";

const INLINE = /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|_(.+?)_|~~(.+?)~~|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/;
const TAGS = ["strong", "strong", "em", "em", "s", "code"];

/** @returns {Node[]} */
export function markdown(text) {
  return text.split(/\n{2,}/).map((part) => paragraph(part.trim()));
}

function paragraph(part) {
  const heading = /^(#{1,6})\s+(.*)$/.exec(part);
  if (heading) return h(heading[1].length === 1 ? "h3" : "h4", {}, inline(heading[2]));
  const lines = part.split("\n");
  if (lines.every((line) => /^[-*]\s/.test(line))) return h("ul", {}, lines.map((line) => h("li", {}, inline(line.slice(2)))));
  if (lines.every((line) => /^\d+\.\s/.test(line))) return h("ol", {}, lines.map((line) => h("li", {}, inline(line.replace(/^\d+\.\s/, "")))));
  if (lines.every((line) => /^>/.test(line))) return h("blockquote", {}, inline(lines.map((line) => line.replace(/^>\s?/, "")).join("\n")));
  return h("p", {}, inline(part));
}

function inline(text) {
  const found = INLINE.exec(text);
  if (!found) return text ? [text] : [];
  const [whole, ...groups] = found;
  const style = groups.slice(0, 6).findIndex((group) => group !== undefined);
  const [label, href] = groups.slice(6);
  const node = style < 0 ? link(href, label) ?? whole : h(TAGS[style], {}, style === 5 ? groups[5] : inline(groups[style]));
  return [text.slice(0, found.index), node, ...inline(text.slice(found.index + whole.length))];
}
