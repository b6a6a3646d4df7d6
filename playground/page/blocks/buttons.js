/** @file Buttons and overflow menus. */

import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { menuButton } from "./menu.js";
import { plain } from "../text/texts.js";

export function button(element, slot) {
  const press = ({ currentTarget }) => slot.press(valueOf(element), currentTarget);
  const props = {
    class: `button ${element.style ?? ""}`,
    "aria-label": element.accessibility_label,
    data: { actionId: element.action_id ?? "", ...valueOf(element) },
  };
  if (!element.url) return h("button", { ...props, type: "button", onclick: press }, plain(element.text));
  return h("a", { ...props, href: element.url, target: "_blank", rel: "noopener noreferrer", onclick: press }, plain(element.text));
}

/** The three dots: a menu of options, each a block action. */
export function overflow(element, slot) {
  const { button: opener, list } = menuButton(
    { label: slot.seat.words.moreActions, mark: "dots", look: "button menu-button" },
    () => element.options.map((option) => ({
      label: plain(option.text), note: plain(option.description), value: option.value, href: option.url,
      choose: () => slot.press({ selected_option: option }, opener),
    })),
  );
  return h("span", { class: "overflow", data: { actionId: element.action_id ?? "" } }, opener, list);
}

/** A picture to press; the app may show it to some people only. */
export function iconButton(element, slot) {
  const { visible_to_user_ids: seen, icon: mark } = element;
  const node = h("button", {
    type: "button", class: "button icon-button", hidden: Boolean(seen?.length) && !seen.includes(slot.seat.person),
    title: plain(element.text), "aria-label": element.accessibility_label ?? plain(element.text),
    data: { actionId: element.action_id ?? "", ...valueOf(element) },
    onclick: () => slot.press(valueOf(element), node),
  }, icon(mark === "trash" ? mark : "bolt"));
  return node;
}

/** Two buttons of which one is pressed: good or bad. */
export function feedback(element, slot) {
  const pair = [[element.positive_button, "thumbup"], [element.negative_button, "thumbdown"]];
  const nodes = pair.map(([one, mark]) => h("button", {
    type: "button", class: "button icon-button", title: plain(one.text), "aria-pressed": "false",
    "aria-label": one.accessibility_label ?? plain(one.text), data: valueOf(one),
    onclick: ({ currentTarget }) => press(one, currentTarget),
  }, icon(mark)));
  const press = async (one, node) => {
    await slot.press(valueOf(one), node);
    nodes.forEach((each) => each.setAttribute("aria-pressed", String(each === node)));
  };
  return h("span", { class: "feedback", role: "group", "aria-label": slot.seat.words.feedback, data: { actionId: element.action_id ?? "" } }, nodes);
}

function valueOf({ value }) {
  return value === undefined ? {} : { value };
}
