/** @file The question before everything begins again. */

import { busyWhile } from "../base/busy.js";
import { fill, h, newId } from "../base/dom.js";
import { send } from "../base/gestures.js";
import { languageChoice } from "./languages.js";

/**
 * Ask, and start over when the answer is yes.
 * @param {object} words
 * @param {string} language  the one to begin with: "en" or "zh-CN"
 * @returns {Promise<string|null>} the language of the new start, null when it stays as it is
 */
export function askToRestart(words, language) {
  return new Promise((resolve) => {
    const title = newId("restart");
    const node = h("dialog", { class: "ask", "aria-labelledby": title, lang: words.language, data: { testid: "restart" } });
    const choice = languageChoice(language, words);
    const failure = h("p", { class: "notice", role: "alert", hidden: true });
    const close = (result) => {
      node.close();
      node.remove();
      resolve(result);
    };
    const start = async () => {
      const answer = await send("", { do: "restart", language: choice.value });
      if (answer.ok) return close(choice.value);
      failure.textContent = words.trouble;
      failure.hidden = false;
    };
    node.addEventListener("cancel", (event) => {
      event.preventDefault();
      close(null);
    });
    fill(node, h("h2", { id: title }, words.startOverAsk), h("p", {}, words.startOverText), choice.node, failure,
      h("footer", {},
        h("button", { type: "button", class: "button", data: { testid: "restart-no" }, onclick: () => close(null) }, words.cancel),
        h("button", { type: "button", class: "button primary", data: { testid: "restart-yes" }, onclick: ({ currentTarget }) => busyWhile(currentTarget, start) }, words.startOver)));
    document.body.append(node);
    node.showModal();
  });
}
