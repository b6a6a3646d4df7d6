/** @file People, channels, dates and addresses inside texts. */

import { h } from "../base/dom.js";

const SAFE = /^(?:https?:|mailto:)/i;

/** A link that opens apart, or plain text when the address is not one a browser should follow. */
export function link(href, label) {
  if (!SAFE.test(href)) return null;
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, label.replace(/^mailto:/, ""));
}

/** `@name` or `#channel`. A channel the reader is not in shows no name, as in Slack. */
export function mention(sign, id, label, seat) {
  if (sign === "@") {
    const mine = id === seat.person ? " mine" : "";
    return h("span", { class: `mention${mine}`, data: { user: id } }, `@${seat.nameOf(id) ?? label ?? id}`);
  }
  const channel = seat.channelOf(id);
  if (!channel) return h("span", { class: "mention" }, label ? `#${label}` : seat.words.privateChannel);
  return h("a", { class: "mention", href: seat.address(id) }, `#${channel.name}`);
}

/** A time in the reader's zone; the fallback when the pattern says nothing. */
export function date(unix, pattern, href, fallback, seat) {
  const text = seat.times.tokens(unix, pattern) || fallback || "";
  const stamp = h("time", { title: seat.times.full(unix) }, text);
  const target = href ? link(href, text) : null;
  if (target) target.replaceChildren(stamp);
  return target ?? stamp;
}
