/** @file What can be done with a message: reply, the app's shortcuts, and with one's own edit and delete. */

import { confirmed } from "../blocks/confirm.js";
import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { menuButton } from "../blocks/menu.js";

/**
 * @param {object} message
 * @param {import("./seat.js").Seat} seat
 * @param {{reply: boolean, edit: () => void}} how
 */
export function drawTools(message, seat, { reply, edit }) {
  const { words } = seat;
  const more = actions(message, seat, edit).length > 0
    && menuButton({ label: words.moreActions, mark: "dots", look: "", name: "more" }, () => actions(message, seat, edit));
  return h("div", { class: "tools" },
    reply && h("button", {
      type: "button", title: words.replyInThread, "aria-label": words.replyInThread, data: { focus: "reply" },
      onclick: () => seat.openThread(message.ts),
    }, icon("reply")),
    more && [more.button, more.list]);
}

function actions(message, seat, edit) {
  const { words } = seat;
  const mine = message.user === seat.person && !message.bot && !seat.channelOf(seat.channel)?.archived;
  const own = [
    { label: words.editMessage, mark: "pencil", value: "edit", choose: edit },
    { label: words.deleteMessage, mark: "trash", value: "delete", danger: true, choose: () => remove(message, seat) },
  ];
  return [...shortcuts(message, seat), ...(mine ? own : [])];
}

function shortcuts({ ts }, seat) {
  const where = { channel: seat.channel, ts };
  return offered(seat, "message").map((shortcut) => ({ ...shortcut, choose: () => seat.gesture({ do: "shortcut", callback_id: shortcut.value, message: where }) }));
}

/** The shortcuts of a kind that the app offers, as a menu shows them. */
export function offered(seat, kind) {
  return (seat.state.shortcuts ?? [])
    .filter(({ type }) => type === kind)
    .map(({ callback_id: value, name: label, description: note }) => ({ label, note, value, mark: "bolt" }));
}

/** Take one's own message away, after a question. */
export async function remove({ ts }, seat) {
  const { words, channel } = seat;
  const asked = {
    title: { text: words.deleteMessage }, text: { text: words.deleteSure },
    confirm: { text: words.delete }, deny: { text: words.cancel }, style: "danger",
  };
  if (!(await confirmed(asked, seat))) return;
  const { ok } = await seat.gesture({ do: "delete", message: { channel, ts } });
  const at = document.activeElement;
  if (ok && (at === document.body || at.closest(`[data-ts="${CSS.escape(ts)}"]`))) seat.app.querySelector("[data-testid=composer]")?.focus();
}
