/** @file A row of tabs: the chosen one is in the Tab order, the arrows go to the others. */

import { h } from "./dom.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * @param {{name: string, word: string, controls?: string}[]} tabs
 * @param {string} chosen
 * @param {(name: string) => void} choose
 */
export function tabList(tabs, chosen, choose, label) {
  const buttons = tabs.map(({ name, word, controls }) => h("button", {
    type: "button", role: "tab", "aria-selected": String(name === chosen), tabindex: name === chosen ? "0" : "-1",
    "aria-controls": controls, data: { tab: name }, onclick: () => choose(name),
  }, word));
  return h("div", { class: "tabs", role: "tablist", "aria-label": label, onkeydown: (event) => move(event, tabs, choose) }, buttons);
}

/** The choice redraws the tabs, so the focus goes to the new node of the chosen one. */
function move(event, tabs, choose) {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const at = tabs.findIndex(({ name }) => name === event.target.dataset.tab);
  const { name } = tabs[(at + step + tabs.length) % tabs.length];
  const within = event.currentTarget.parentElement;
  choose(name);
  within.querySelector(`[data-tab="${name}"]`)?.focus();
}
