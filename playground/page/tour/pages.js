/** @file What the tour's panel shows: the offer, a step, the end. */

import { busyWhile } from "../base/busy.js";
import { h } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { languageChoice } from "../frame/languages.js";

/** The invitation at the first visit. */
export function offerPage(steps, language, words, deeds, failed) {
  return [
    head(words.tourOffer(steps.length), words, deeds),
    h("p", { class: "tour-text" }, words.tourOfferText),
    languageChoice(language, words, deeds.speak).node,
    failed && trouble(words),
    h("div", { class: "tour-buttons" },
      button("start", words.tourStart, deeds.start, "primary"),
      button("later", words.tourLater, deeds.close)),
  ];
}

/** One step; what is to be done is done on the page, one button prepares it. */
export function stepPage(steps, index, words, deeds, failed) {
  const step = steps[index];
  const say = (text) => spoken(text, words.language);
  return [
    head(say(step.title), words, deeds, words.tourProgress(index + 1, steps.length)),
    progress(steps, index, words, say, deeds),
    h("p", { class: "tour-text" }, say(step.text)),
    failed && trouble(words),
    step.done && h("p", { class: "tour-done", data: { testid: "tour-done" } }, icon("tick"), words.stepIsDone),
    h("div", { class: "tour-buttons" },
      button("prepare", say(step.prepare), () => deeds.prepare(step), step.done ? "" : "primary"),
      h("span", { class: "tour-turns" },
        turn("back", "left", words.tourBack, index > 0 && (() => deeds.turnTo(index - 1))),
        button("next", index + 1 < steps.length ? words.tourNext : words.tourFinish, () => deeds.turnTo(index + 1), step.done ? "primary" : ""))),
    h("div", { class: "tour-foot" },
      languageChoice(words.language, words, deeds.speak).node,
      h("button", { type: "button", class: "tour-link", data: { focus: "restart" }, onclick: deeds.restart }, words.startOver)),
  ];
}

/** Where to go from here. */
export function endPage(words, deeds) {
  return [
    head(words.tourEnd, words, deeds),
    h("p", { class: "tour-text" }, words.tourEndText),
    h("ul", { class: "tour-ideas" }, [words.tourIdeaPeople, words.tourIdeaClock, words.tourIdeaTraffic, words.tourIdeaTrouble].map((idea) => h("li", {}, idea))),
    h("div", { class: "tour-buttons" },
      button("pair", words.twoPeople, deeds.pair), button("drawer", words.developer, deeds.drawer),
      button("close", words.tourLeave, deeds.close, "primary")),
    h("div", { class: "tour-foot" }, h("button", { type: "button", class: "tour-link", data: { focus: "restart" }, onclick: deeds.restart }, words.startOver)),
  ];
}

/** The panel as one line, while a modal needs the room. */
export function pill(title, done, words, open) {
  return h("button", { type: "button", class: "tour-pill", data: { focus: "pill" }, title: words.tourShow, onclick: open },
    done ? h("span", { class: "tour-done", data: { testid: "tour-done" } }, icon("tick"), words.stepIsDone) : icon("flag"), h("span", {}, title));
}

function head(title, words, deeds, above = null) {
  return h("header", { class: "tour-head" },
    h("div", {}, above && h("small", {}, above), h("h2", {}, title)),
    h("button", { type: "button", class: "plain", "aria-label": words.tourHide, title: words.tourHide, data: { focus: "hide" }, onclick: deeds.close }, icon("cross")));
}

function progress(steps, index, words, say, deeds) {
  return h("ol", { class: "tour-steps" }, steps.map((step, at) => h("li", {}, h("button", {
    type: "button", "aria-current": at === index ? "step" : null, class: step.done ? "done" : "", title: say(step.title),
    data: { focus: `step-${step.id}`, step: step.id }, onclick: () => deeds.turnTo(at),
  },
  h("span", { class: "tour-dot", "aria-hidden": "true" }, step.done ? icon("tick") : String(at + 1)),
  h("span", { class: "tour-name" }, say(step.title)),
  step.done && h("span", { class: "sr" }, words.stepIsDone)))));
}

function button(name, word, work, kind = "") {
  return h("button", { type: "button", class: `button ${kind}`, data: { focus: name, testid: `tour-${name}` }, onclick: ({ currentTarget }) => busyWhile(currentTarget, work) }, word);
}

function turn(name, picture, word, work) {
  return h("button", { type: "button", class: "button", "aria-label": word, title: word, disabled: !work, data: { focus: name, testid: `tour-${name}` }, onclick: work || null }, icon(picture));
}

function trouble(words) {
  return h("p", { class: "notice", role: "alert" }, words.trouble);
}

/** A text of a step in the visitor's language; its keys are "en" and "zh". */
export function spoken(text, language) {
  return text[language.slice(0, 2)] ?? text.en ?? "";
}
