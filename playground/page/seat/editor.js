/** @file The field in which a person changes a message they wrote. It stands where the message's text stood. */

import { h } from "../base/dom.js";
import { grow } from "../blocks/inputs.js";
import { unescaped } from "../text/mrkdwn.js";

/**
 * @param {object} message
 * @param {import("./seat.js").Seat} seat
 * @param {() => void} leave  told when the person is done, one way or the other
 * @param {() => void} remove  asked for when nothing is left of the text
 */
export function editor(message, seat, leave, remove) {
  const { words, channel } = seat;
  const draft = `edit:${channel}/${message.ts}`;
  const done = () => {
    seat.drafts.delete(draft);
    leave();
  };
  const save = async () => {
    const text = field.value.trim();
    if (!text && !message.files?.length) return remove();
    const answer = await seat.gesture({ do: "edit", message: { channel, ts: message.ts }, text });
    return answer.ok ? done() : undefined;
  };
  const field = h("textarea", {
    rows: 1, "aria-label": words.editMessage, data: { testid: "editor" },
    oninput: () => {
      seat.drafts.set(draft, field.value);
      grow(field);
    },
    onkeydown: (event) => key(event, save, done),
  });
  field.value = seat.drafts.get(draft) ?? unescaped(message.text ?? "");
  requestAnimationFrame(() => grow(field));
  return h("div", { class: "editor" }, h("div", { class: "composer-box" }, field),
    h("div", { class: "editor-buttons" },
      h("button", { type: "button", class: "button", onclick: done }, words.cancel),
      h("button", { type: "button", class: "button primary", data: { testid: "editor-save" }, onclick: save }, words.save)));
}

function key(event, save, done) {
  if (event.isComposing) return;
  const act = event.key === "Escape" ? done : event.key === "Enter" && !event.shiftKey ? save : null;
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
