/** @file The choice between the playground's two languages, each under its own name. */

import { h, newId } from "../base/dom.js";

const NAMES = { en: "English", "zh-CN": "中文" };

/** The language a browser asks for, as far as the playground speaks it. */
export function usualLanguage() {
  return /^zh\b/i.test(navigator.language ?? "") ? "zh-CN" : "en";
}

/**
 * @param {string} chosen
 * @param {object} words
 * @param {(language: string) => void} [told]
 */
export function languageChoice(chosen, words, told = () => {}) {
  const name = newId("language");
  const radios = Object.keys(NAMES).map((language) => h("input", { type: "radio", name, value: language, checked: language === chosen, data: { language }, onchange: () => told(language) }));
  const node = h("div", { class: "languages", role: "radiogroup", "aria-label": words.languageChoice },
    radios.map((radio) => h("label", { lang: radio.value }, radio, h("span", {}, NAMES[radio.value]))));
  return { node, get value() { return radios.find(({ checked }) => checked)?.value ?? chosen; } };
}
