/** @file Blocks as nodes. Each is drawn from its JSON alone, so an unchanged block keeps its node. */

import { h, keyed, newId } from "../base/dom.js";
import { drawElement } from "./elements.js";
import { markdown } from "../text/markdown.js";
import { richText } from "../text/richtext.js";
import { Slot } from "./slot.js";
import { table } from "./table.js";
import { plain, textNode } from "../text/texts.js";

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
  section(block, surface) {
    return h("div", {},
      h("div", { class: "section-body" },
        block.text && textNode("div", block.text, surface.seat),
        block.fields && h("div", { class: "fields" }, block.fields.map((field) => textNode("div", field, surface.seat)))),
      block.accessory && h("div", { class: "accessory" }, operable(block, block.accessory, surface)));
  },
  header: (block, surface) => h(surface.heading, {}, plain(block.text)),
  divider: () => h("hr"),
  context: (block, surface) => h("div", {}, block.elements.map((element) => (
    element.type === "image" ? picture(element) : textNode("span", element, surface.seat)))),
  actions: (block, surface) => h("div", {}, block.elements.map((element) => operable(block, element, surface))),
  image: (block) => h("figure", {},
    block.title && h("figcaption", {}, plain(block.title)),
    picture(block)),
  input: (block, surface) => input(block, surface),
  rich_text: (block, surface) => h("div", {}, richText(block.elements, surface.seat)),
  markdown: (block) => h("div", {}, markdown(block.text)),
  table: (block, surface) => table(block, surface.seat),
};

function operable(block, element, surface) {
  return drawElement(element, new Slot(surface, block, element));
}

/** A picture; when it cannot be loaded, what it shows in words. */
export function picture({ image_url: src, alt_text: alt }) {
  return h("img", { src, alt, loading: "lazy", onerror: ({ target }) => target.replaceWith(h("span", { class: "no-picture" }, alt)) });
}

function input(block, surface) {
  const ids = { label: newId("label"), hints: newId("hints") };
  const slot = new Slot(surface, block, block.element, ids);
  const { words } = surface.seat;
  const control = drawElement(block.element, slot);
  const field = control.matches("input, textarea") ? control : control.querySelector("[role=combobox]");
  if (field) field.id = newId("field");
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
