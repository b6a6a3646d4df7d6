/** @file A payload as a developer reads it: indented, its parts in colours. Only text nodes. */

import { h } from "../base/dom.js";

const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/gi;

/** The text of a payload, two spaces deep; a text that is no JSON stays as it is. */
export function written(payload) {
  return typeof payload === "string" ? payload : JSON.stringify(payload, null, 2);
}

/** @returns {(Node|string)[]} the same text, coloured */
export function coloured(payload) {
  const text = written(payload);
  if (typeof payload === "string") return [text];
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(TOKENS)) {
    const [whole, quoted, colon] = found;
    const token = quoted ?? whole;
    nodes.push(text.slice(end, found.index), h("span", { class: `json-${kind(quoted, colon, whole)}` }, token));
    end = found.index + token.length;
  }
  return [...nodes, text.slice(end)];
}

function kind(quoted, colon, whole) {
  if (quoted) return colon ? "name" : "text";
  return /\d/.test(whole) ? "number" : "word";
}
