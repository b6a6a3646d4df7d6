/** @file Slack's mrkdwn as nodes. Built by parsing, never by innerHTML. */

import { h } from "../base/dom.js";
import { emoji } from "./emoji.js";
import { date, link, mention } from "./mentions.js";

const ENTITY = /<([^<>\n]+)>/y;
const CODE = /`([^`\n]+)`/y;
const EMOJI = /:([a-z0-9_+-]+):/y;
const BARE = /https?:\/\/[^\s<>]+[^\s<>.,;:!?)'"]/y;
const ESCAPE = /&(amp|lt|gt);/y;
const STYLES = [
  ["*", "strong", /\*(?!\s)([^*\n]+?)(?<!\s)\*(?!\w)/y],
  ["_", "em", /_(?!\s)([^_\n]+?)(?<!\s)_(?!\w)/y],
  ["~", "s", /~(?!\s)([^~\n]+?)(?<!\s)~(?!\w)/y],
];
const ESCAPES = { amp: "&", lt: "<", gt: ">" };

/** A text with Slack's three escapes undone. */
export function unescaped(text) {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => ESCAPES[name]);
}

/**
 * @param {string} text
 * @param {import("../seat/seat.js").Seat} seat  who reads it: names, channels, times
 * @param {boolean} [verbatim]  bare addresses stay text
 * @returns {Node[]}
 */
export function mrkdwn(text, seat, verbatim = false) {
  return text.split(/```/).flatMap((part, index, all) => {
    const open = index % 2 === 1;
    if (open && index < all.length - 1) return [h("pre", {}, unescaped(part.replace(/^\n|\n$/g, "")))];
    return lines(open ? `\`\`\`${part}` : part, seat, verbatim);
  });
}

function lines(text, seat, verbatim) {
  const out = [];
  for (const line of text.split("\n")) {
    const quoted = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    const last = out.at(-1);
    if (quoted && last?.localName === "blockquote") last.append("\n", ...inline(quoted[1], seat, verbatim));
    else if (quoted) out.push(h("blockquote", {}, inline(quoted[1], seat, verbatim)));
    else {
      if (last && last.localName !== "blockquote") out.push(document.createTextNode("\n"));
      out.push(...row(line, seat, verbatim));
    }
  }
  return out;
}

/** A line that starts like a list item hangs under its bullet; its characters stay as they are. */
function row(line, seat, verbatim) {
  const nodes = inline(line, seat, verbatim);
  return /^\s*(?:[•◦▪-]|\d+[.)])\s/.test(line) ? [h("span", { class: "hanging" }, nodes)] : nodes;
}

function inline(text, seat, verbatim) {
  const out = [];
  let plain = "";
  const flush = () => {
    if (plain) out.push(document.createTextNode(plain));
    plain = "";
  };
  for (let at = 0; at < text.length;) {
    const found = token(text, at, seat, verbatim);
    if (found?.text) plain += found.text;
    else if (found) {
      flush();
      out.push(found.node);
    } else plain += text[at];
    at += found?.length ?? 1;
  }
  flush();
  return out;
}

function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function token(text, at, seat, verbatim) {
  let found;
  switch (text[at]) {
    case "&":
      found = match(ESCAPE, text, at);
      return found && { text: ESCAPES[found[1]], length: found[0].length };
    case "<":
      found = match(ENTITY, text, at);
      return found && { node: entity(found[1], seat), length: found[0].length };
    case "`":
      found = match(CODE, text, at);
      return found && { node: h("code", {}, unescaped(found[1])), length: found[0].length };
    case ":":
      found = match(EMOJI, text, at);
      return found && emoji(found[1]) && { text: emoji(found[1]), length: found[0].length };
    case "h":
      found = verbatim ? null : match(BARE, text, at);
      return found && { node: link(unescaped(found[0]), unescaped(found[0])), length: found[0].length };
    default:
      return styled(text, at, seat, verbatim);
  }
}

function styled(text, at, seat, verbatim) {
  const style = STYLES.find(([mark]) => mark === text[at]);
  if (!style || /\w/.test(text[at - 1] ?? " ")) return null;
  const found = match(style[2], text, at);
  return found && { node: h(style[1], {}, inline(found[1], seat, verbatim)), length: found[0].length };
}

/** What stands between < and >: a person, a channel, a date, a group, or an address. */
function entity(inside, seat) {
  const [target, label] = inside.split(/\|(.*)/s);
  if (target[0] === "@" || target[0] === "#") return mention(target[0], target.slice(1), label, seat);
  const [, unix, pattern, href] = /^!date\^(-?\d+)\^([^^]*)(?:\^(.*))?$/.exec(target) ?? [];
  if (unix) return date(Number(unix), pattern, href, label, seat);
  if (target[0] === "!") return h("span", { class: "mention" }, label ?? `@${target.slice(1).split("^")[0]}`);
  return link(unescaped(target), unescaped(label ?? target)) ?? document.createTextNode(`<${unescaped(inside)}>`);
}
