/** @file One message. */

import { avatar } from "../base/avatar.js";
import { drawBlocks } from "../blocks/blocks.js";
import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { mrkdwn } from "../text/mrkdwn.js";

/**
 * @param {object} message
 * @param {import("./seat.js").Seat} seat
 * @param {{compact?: boolean, inThread?: boolean, copy?: boolean}} [how]  compact: no face, same speaker;
 *   copy: the thread's first message, shown a second time beside its replies
 */
export function drawMessage(message, seat, { compact = false, inThread = false, copy = false } = {}) {
  const { words } = seat;
  const speaker = message.bot ? null : seat.state.people.find(({ id }) => id === message.user) ?? { name: message.name };
  return h("article", {
    class: ["message", compact && "compact", message.ephemeral && "ephemeral"].filter(Boolean).join(" "),
    data: copy ? { threadRoot: message.ts } : { ts: message.ts },
  },
  message.ephemeral && h("div", { class: "only-you" }, icon("eye"), words.onlyYou),
  compact ? stamp(message, seat) : avatar(speaker),
  h("div", { class: "message-body" },
    !compact && h("div", { class: "meta" },
      h("strong", {}, message.bot ? message.name : seat.nameOf(message.user) ?? message.name),
      message.bot && h("span", { class: "app-tag" }, words.app),
      stamp(message, seat)),
    content(message, seat),
    message.edited && h("small", { class: "edited" }, words.edited),
    !inThread && message.reply_count > 0 && h("button", {
      type: "button", class: "replies", data: { thread: message.ts }, onclick: () => seat.openThread(message.ts),
    }, words.replies(message.reply_count))),
  !inThread && !message.ephemeral && h("div", { class: "tools" }, h("button", {
    type: "button", title: words.replyInThread, "aria-label": words.replyInThread, data: { focus: "reply" },
    onclick: () => seat.openThread(message.ts),
  }, icon("reply"))));
}

function stamp({ ts }, seat) {
  return h("time", { class: "stamp", title: seat.times.full(Number(ts)) }, seat.times.time(Number(ts)));
}

/** The blocks; or the text, where there are none. */
function content(message, seat) {
  if (!message.blocks?.length) return h("div", { class: "text" }, mrkdwn(message.text ?? "", seat));
  const surface = seat.surfaceOf(seat.channel, message.ts);
  surface.adopt(message.blocks);
  const node = h("div", { class: "blocks" });
  drawBlocks(node, surface);
  return node;
}
