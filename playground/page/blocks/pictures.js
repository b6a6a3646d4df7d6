/** @file Pictures by address or by file, and how they look when somebody wants to see more of them. */

import { h, newId } from "../base/dom.js";
import { inFront } from "./front.js";
import { icon } from "../base/icons.js";
import { trap } from "../base/trap.js";

/** Where a picture stands: anywhere, or among the workspace's files, which are shown to those who may see them. */
function addressOf({ image_url: address, slack_file: file }, seat) {
  if (!file) return address;
  const id = file.id ?? /\/(F[A-Z0-9]+)\b/.exec(file.url)?.[1];
  return id ? `/files/${encodeURIComponent(id)}?as=${encodeURIComponent(seat.person)}` : file.url;
}

/** A picture; when it cannot be loaded, what it shows in words. */
export function picture(image, seat) {
  const { alt_text: alt } = image;
  return h("img", { src: addressOf(image, seat), alt, loading: "lazy", onerror: ({ target }) => target.replaceWith(h("span", { class: "no-picture" }, alt)) });
}

/** A picture that opens in full. */
export function openable(image, seat) {
  return h("button", {
    type: "button", class: "picture", "aria-label": seat.words.openPicture(image.alt_text), onclick: () => open(image, seat),
  }, picture(image, seat));
}

function open(image, seat) {
  const title = newId("picture");
  const node = inFront(seat, (leave) => {
    const dialog = h("div", { class: "dialog lightbox", role: "dialog", "aria-modal": "true", "aria-labelledby": title, data: { testid: "lightbox" } },
      h("header", {},
        h("h2", { id: title }, image.alt_text),
        h("a", { class: "plain", href: addressOf(image, seat), target: "_blank", rel: "noopener noreferrer", title: seat.words.openApart, "aria-label": seat.words.openApart }, icon("download")),
        h("button", { type: "button", class: "plain", "aria-label": seat.words.close, onclick: leave }, icon("cross"))),
      h("div", { class: "lightbox-body" }, picture(image, seat)));
    trap(dialog, leave);
    return dialog;
  });
  node.querySelector("button").focus();
}
