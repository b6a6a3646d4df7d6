/** @file Who somebody is at a glance: initials on their colour, the app's own mark. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

/** @param {{initials?: string, color?: string, name?: string}|null} person  null is the app */
export function avatar(person, size = "") {
  if (!person) return h("span", { class: `avatar avatar-app ${size}`, "aria-hidden": "true" }, icon("app"));
  const initials = person.initials || (person.name ?? "?").slice(0, 2).toUpperCase();
  return h("span", { class: `avatar ${size}`, "aria-hidden": "true", style: { "--person": colour(person.color) } }, initials);
}

function colour(text) {
  return /^#?[0-9a-f]{6}$/i.test(text ?? "") ? `#${text.replace("#", "")}` : "#5b6b7b";
}
