/** @file The video block: its still, which leads to the video; nothing from elsewhere plays in here. */

import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { link } from "../text/mentions.js";
import { picture } from "./pictures.js";
import { plain } from "../text/texts.js";

export function video(block, { seat }) {
  const title = plain(block.title);
  const way = link(block.video_url, "");
  way?.setAttribute("aria-label", seat.words.watch(title));
  way?.classList.add("video-still");
  way?.append(picture({ image_url: block.thumbnail_url, alt_text: block.alt_text }, seat), h("span", { class: "video-play" }, icon("play")));
  return h("figure", {},
    h("figcaption", {},
      (block.provider_name || block.author_name) && h("small", {}, [block.provider_name, block.author_name].filter(Boolean).join(" · ")),
      h("strong", {}, (block.title_url && link(block.title_url, title)) || title),
      block.description && h("div", {}, plain(block.description))),
    way);
}
