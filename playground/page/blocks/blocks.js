/** @file Blocks as nodes. Each is drawn from its JSON alone, so an unchanged block keeps its node. */

import { alertBlock } from "./alert.js";
import { card } from "./card.js";
import { h, keyed, newId } from "../base/dom.js";
import { drawElement } from "./elements.js";
import { fileCard } from "./files.js";
import { markdown } from "../text/markdown.js";
import { openable, picture } from "./pictures.js";
import { richText } from "../text/richtext.js";
import { section } from "./section.js";
import { Slot } from "./slot.js";
import { table } from "./table.js";
import { plain, textNode } from "../text/texts.js";
import { video } from "./video.js";

/** Show a surface's blocks in `parent`, keeping the nodes of those that did not change. */
export function drawBlocks(parent, surface) {
  keyed(parent, surface.blocks, (block) => block.block_id, (block) => drawBlock(block, surface));
}

function drawBlock(block, surface) {
  const draw = BLOCKS[block.type] ?? unknown;
  const node = draw(block, surface);
  node.classList.add("block", `block-${block.type}`);
  node.dataset.blockId = block.block_id;
  return node;
}

const BLOCKS = {
  section: (block, surface) => section(block, surface, within(block, surface)),
  header: (block, surface) => header(block, surface.heading),
  divider: () => h("hr"),
  context: (block, surface) => h("div", {}, block.elements.map((element) => (
    element.type === "image" ? picture(element, surface.seat) : textNode("span", element, surface.seat)))),
  actions: (block, surface) => h("div", {}, block.elements.map(within(block, surface))),
  context_actions: (block, surface) => h("div", {}, block.elements.map(within(block, surface))),
  image: (block, surface) => h("figure", {},
    block.title && h("figcaption", {}, plain(block.title)),
    openable(block, surface.seat)),
  input: (block, surface) => input(block, surface),
  rich_text: (block, surface) => h("div", {}, richText(block.elements, surface.seat)),
  markdown: (block) => h("div", {}, markdown(block.text)),
  table: (block, surface) => table(block, surface.seat),
  alert: (block, surface) => alertBlock(block, surface),
  card: (block, surface) => card(block, surface, within(block, surface)),
  video: (block, surface) => video(block, surface),
  file: (block, surface) => h("div", {}, fileCard({ name: block.file?.name ?? block.external_id, ...block.file }, surface.seat)),
};

/** What draws an element of this block where it stands. */
function within(block, surface) {
  return (element) => drawElement(element, new Slot(surface, block, element));
}

/** Headings below the surface's own; a level makes it smaller, as in Slack. */
function header({ text, level }, heading) {
  const depth = Math.min(6, Number(heading[1]) + (level ?? 1) - 1);
  return h(`h${depth}`, { class: level ? `size-${level}` : null }, plain(text));
}

function input(block, surface) {
  const ids = { label: newId("label"), hints: newId("hints") };
  const slot = new Slot(surface, block, block.element, ids);
  const { words } = surface.seat;
  const control = drawElement(block.element, slot);
  const field = control.matches("input, textarea") ? control : control.querySelector("[role=combobox], [type=file]");
  if (field && !field.id) field.id = newId("field");
  return h("div", {},
    h("label", { class: "label", id: ids.label, for: field?.id },
      plain(block.label),
      block.optional
        ? h("span", { class: "optional" }, ` ${words.optional}`)
        : h("span", { class: "required", "aria-hidden": "true" }, "*")),
    control,
    h("div", { class: "hints", id: ids.hints },
      h("div", { class: "error", role: "alert", data: { errorSlot: "" } }),
      block.hint && h("div", { class: "hint" }, plain(block.hint))));
}

function unknown(block, surface) {
  return h("div", { class: "unknown" }, surface.seat.words.unknownBlock(block.type));
}
