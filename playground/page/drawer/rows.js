/** @file One line of the traffic, and what the filter finds in it. */

import { h } from "../base/dom.js";

const SLOW = 1000;
const LATE = 2500;  // milliseconds; Slack itself waits 3,000 for an ack

/**
 * @param {object} entry
 * @param {object} reader  whose words, times and names: `{words, times, nameOf}`
 */
export function row(entry, { words, times, nameOf }) {
  const { number, kind, name, person, attempt, ms, outcome, error } = entry;
  return h("div", {
    class: `traffic-row ${outcome}`, role: "option", id: `entry-${number}`, "aria-selected": "false", data: { number, kind },
  },
  h("span", { class: "traffic-time" }, times.tokens(entry.at, "{time_secs}")),
  h("span", { class: `traffic-way way-${kind}`, title: words.trafficKind(kind) }, h("span", { "aria-hidden": "true" }, kind === "delivery" ? "↓" : "↑"), h("span", { class: "sr" }, words.trafficKind(kind))),
  h("span", { class: "traffic-name" }, name, attempt > 0 && h("small", { class: "pill" }, words.attempt(attempt))),
  h("span", { class: "traffic-person" }, person && nameOf(person)),
  h("span", { class: `traffic-ms ${pace(ms)}` }, ms === null ? "" : words.milliseconds(ms)),
  h("span", { class: "traffic-outcome" }, words.outcome(outcome), error && h("code", {}, error)));
}

function pace(ms) {
  if (ms === null || ms <= SLOW) return "";
  return ms > LATE ? "late" : "slow";
}

/** Everything of an entry that can be looked for, in small letters. */
export function searched({ name, person, error, request, response }, nameOf) {
  return [name, person, person && nameOf(person), error, JSON.stringify(request), JSON.stringify(response)].join(" ").toLowerCase();
}
