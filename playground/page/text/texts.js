/** @file Text objects of Block Kit: plain_text is shown as it stands, mrkdwn is parsed. */

import { h } from "../base/dom.js";
import { withEmoji } from "./emoji.js";
import { mrkdwn } from "./mrkdwn.js";

/** The characters of a text object, for names and option labels. */
export function plain(text) {
  if (!text) return "";
  return text.emoji === false ? text.text : withEmoji(text.text);
}

/** @returns {Node[]} the text object as it is read */
export function shown(text, seat) {
  if (!text) return [];
  return text.type === "mrkdwn" ? mrkdwn(text.text, seat, text.verbatim) : [document.createTextNode(plain(text))];
}

/** A text object in an element of its own. */
export function textNode(tag, text, seat, props = {}) {
  return h(tag, { ...props, class: `text ${props.class ?? ""}`.trim() }, shown(text, seat));
}
