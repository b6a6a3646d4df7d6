/** @file Files as they stand in messages: pictures one can see, other files as cards. */

import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { openable } from "./pictures.js";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];
const STEP = 1024;
const PICTURES = /^image\/(?:png|jpeg|gif|webp)$/;

/** @param {{id: string, name: string, title?: string, mimetype: string, size: number, url: string, alt?: string}} file */
export function drawFile(file, seat) {
  const shown = PICTURES.test(file.mimetype ?? "");
  return h("div", { class: shown ? "file file-picture" : "file", data: { file: file.id } },
    shown
      ? openable({ image_url: file.url, alt_text: file.alt || file.title || file.name }, seat)
      : fileCard(file, seat));
}

/** A file's name, kind and size, and the way to have it. */
export function fileCard(file, seat) {
  const { words } = seat;
  const name = file.title || file.name;
  return h("div", { class: "file-card" }, icon("file"),
    h("span", { class: "file-words" },
      h("strong", {}, name),
      h("small", {}, [kindOf(file), file.size === undefined ? null : sizeOf(file.size, words.language)].filter(Boolean).join(" · "))),
    file.url && h("a", { class: "plain", href: file.url, download: file.name, title: words.download, "aria-label": words.downloadFile(name) }, icon("download")));
}

/** "PDF", "CSV"; where the name does not say it, the type's own word. */
function kindOf({ name, mimetype }) {
  return (/\.(\w{1,5})$/.exec(name ?? "")?.[1] ?? mimetype?.split("/").at(-1) ?? "").toUpperCase();
}

/** "12 kB", "3.4 MB" in the person's language. */
export function sizeOf(bytes, language) {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)));
  return new Intl.NumberFormat(language, {
    style: "unit", unit: UNITS[power], unitDisplay: power ? "short" : "long", maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / STEP ** power);
}
