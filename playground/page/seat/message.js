/** @file One message. */

import { avatar } from "../base/avatar.js";
import { drawBlocks } from "../blocks/blocks.js";
import { drawFile } from "../blocks/files.js";
import { editor } from "./editor.js";
import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { mrkdwn } from "../text/mrkdwn.js";
import { drawTools, remove } from "./tools.js";

/**
 * @param {object} message
 * @param {import("./seat.js").Seat} seat
 * @param {object} how
 * @param {boolean} [how.compact]  no face, same speaker
 * @param {boolean} [how.inThread]
 * @param {boolean} [how.copy]  the thread's first message, shown a second time beside its replies
 * @param {boolean} [how.editing]
 * @param {(ts: string|null) => void} how.edit  which message shall be changed in this list
 */
export function drawMessage(message, seat, { compact = false, inThread = false, copy = false, editing = false, edit }) {
  const speaker = message.bot ? null : seat.state.people.find(({ id }) => id === message.user) ?? { name: message.name };
  return h("article", {
    class: ["message", compact && "compact", message.ephemeral && "ephemeral", editing && "editing"].filter(Boolean).join(" "),
    data: copy ? { threadRoot: message.ts } : { ts: message.ts },
  },
  message.ephemeral && onlyYou(message, seat),
  message.broadcast && !inThread && h("button", {
    type: "button", class: "above broadcast", data: { focus: "broadcast" }, onclick: () => seat.openThread(message.thread_ts),
  }, icon("reply"), seat.words.fromThread),
  message.pinned && h("div", { class: "above" }, icon("pin"), seat.words.pinned),
  compact ? stamp(message, seat) : avatar(speaker),
  h("div", { class: "message-body" },
    !compact && meta(message, seat),
    editing ? editor(message, seat, () => edit(null), () => remove(message, seat)) : content(message, seat),
    message.files?.length > 0 && h("div", { class: "files" }, message.files.map((file) => drawFile(file, seat))),
    message.edited && !editing && h("small", { class: "edited" }, seat.words.edited),
    !inThread && message.reply_count > 0 && h("button", {
      type: "button", class: "replies", data: { thread: message.ts }, onclick: () => seat.openThread(message.ts),
    }, seat.words.replies(message.reply_count))),
  !message.ephemeral && !editing && drawTools(message, seat, { reply: !inThread, edit: () => edit(message.ts) }));
}

function meta(message, seat) {
  return h("div", { class: "meta" },
    h("strong", {}, message.bot ? message.name : seat.nameOf(message.user) ?? message.name),
    message.bot && h("span", { class: "app-tag" }, seat.words.app),
    stamp(message, seat));
}

function onlyYou({ ts }, seat) {
  const { words, channel } = seat;
  return h("div", { class: "only-you" }, icon("eye"), words.onlyYou,
    h("button", {
      type: "button", class: "dismiss", data: { focus: "dismiss" },
      onclick: () => seat.gesture({ do: "dismiss", message: { channel, ts } }),
    }, words.dismiss));
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
