/** @file One modal: its blocks, its errors, its two buttons. */

import { avatar } from "../base/avatar.js";
import { drawBlocks } from "../blocks/blocks.js";
import { busyWhile } from "../base/busy.js";
import { fill, h, newId } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { faults } from "../blocks/required.js";
import { Surface } from "../blocks/surface.js";
import { plain } from "../text/texts.js";
import { focusable, trap } from "../base/trap.js";

const FIELDS = "textarea, [role=radiogroup], input:not([type=radio], [type=checkbox])";

/** Blocks in a dialogue, with what Slack itself checks and says about them. */
export class ModalView extends Surface {
  heading = "h3";
  #view = null;
  #errors = {};
  #told = "{}";
  #focus = null;
  #scrolled = 0;
  #waits = false;
  #lost = false;

  constructor(seat, id) {
    super(seat, { view: id });
    const title = newId("title");
    this.title = h("h2", { id: title });
    this.body = h("div", { class: "dialog-body blocks" });
    this.trouble = h("div", { class: "notice", role: "alert", hidden: true });
    this.footer = h("footer");
    this.node = h("div", { class: "dialog", role: "dialog", "aria-modal": "true", "aria-labelledby": title, tabindex: "-1", data: { view: id } },
      h("header", {}, avatar(null, "small"), this.title, this.#cross()), this.body, this.trouble, this.footer);
    trap(this.node, () => this.#close());
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.footer.querySelector("[data-testid=modal-submit]")?.click();
    });
  }

  /** Take over a version of the view; what was typed and where the caret stands stays. */
  take(view) {
    const told = JSON.stringify(view.errors ?? {});
    if (told !== this.#told) this.#errors = { ...view.errors };
    this.#told = told;
    const changed = this.#view?.hash !== view.hash || JSON.stringify(this.#view) !== JSON.stringify(view);
    this.#view = view;
    this.adopt(view.blocks, view.state?.values);
    const held = this.node.contains(document.activeElement);
    if (changed) this.#draw();
    this.#lost = held && !this.node.contains(document.activeElement);
    this.trouble.textContent = this.seat.failure ?? "";
    this.trouble.hidden = !this.seat.failure;
    this.#drawErrors();
  }

  /** Shown (again): focus goes where it was, or to the first thing to fill in. */
  enter() {
    this.body.scrollTop = this.#scrolled;
    const asked = this.body.querySelector("[data-focus-first]");
    const first = asked?.matches("input, textarea") ? asked : focusable(asked ?? this.body)[0];
    this.#waits = !first;
    if (elsewhere(this.seat)) return;
    if (this.#focus?.isConnected) this.#focus.focus();
    else (first ?? this.node).focus({ preventScroll: true });
  }

  leave() {
    this.#focus = this.node.contains(document.activeElement) ? document.activeElement : null;
    this.#scrolled = this.body.scrollTop;
  }

  /** After an update: a modal that was only loading has fields now, or focus fell out with a node that went. */
  settle() {
    if (this.#waits && document.activeElement === this.node) this.enter();
    else if (this.#lost) this.node.focus({ preventScroll: true });
  }

  /** What a person changes is no longer wrong. */
  touched(block) {
    if (!(block.block_id in this.#errors)) return;
    delete this.#errors[block.block_id];
    this.#drawErrors();
  }

  #draw() {
    const { words } = this.seat;
    const { title, submit, close, hash } = this.#view;
    this.title.textContent = plain(title);
    this.node.dataset.hash = hash;
    this.node.querySelector("[data-testid=modal-x]").setAttribute("aria-label", words.close);
    drawBlocks(this.body, this);
    const signature = JSON.stringify([submit, close]);
    if (this.footer.dataset.signature === signature) return;
    this.footer.dataset.signature = signature;
    fill(this.footer,
      h("button", { type: "button", class: "button", data: { testid: "modal-close" }, onclick: () => this.#close() },
        plain(close) || (submit ? words.cancel : words.close)),
      submit && h("button", {
        type: "button", class: "button primary", data: { testid: "modal-submit" },
        onclick: ({ currentTarget }) => busyWhile(currentTarget, () => this.#submit()),
      }, plain(submit)));
  }

  #cross() {
    return h("button", { type: "button", class: "plain", data: { testid: "modal-x" }, onclick: () => this.#close() }, icon("cross"));
  }

  /** Between Submit and the app's answer nothing can be changed, nor submitted again. */
  async #submit() {
    await Promise.all(this.uploads);
    const wrong = faults(this.blocks, this.form, this.seat.words);
    this.#refuse(wrong);
    if (Object.keys(wrong).length) return undefined;
    this.pauses.forgetAll();
    const at = document.activeElement;
    this.body.inert = true;
    const answer = await this.seat.gesture({ do: "submit", ...this.where, state: this.state });
    this.body.inert = false;
    if (document.activeElement === document.body) at.focus();
    if (!answer.ok) this.#refuse(answer.errors ?? {});
    return undefined;
  }

  #close() {
    return this.seat.gesture({ do: "close", ...this.where });
  }

  #refuse(errors) {
    this.#errors = { ...errors };
    this.#drawErrors();
    const first = this.body.querySelector("[data-error-for]")?.closest("[data-block-id]");
    if (!first) return;
    first.scrollIntoView({ block: "nearest" });
    focusable(first)[0]?.focus();
  }

  #drawErrors() {
    for (const slot of this.body.querySelectorAll("[data-error-slot]")) {
      const block = slot.closest("[data-block-id]");
      const error = this.#errors[block.dataset.blockId];
      if (slot.textContent !== (error ?? "")) slot.textContent = error ?? "";
      if (error) slot.dataset.errorFor = block.dataset.blockId;
      else delete slot.dataset.errorFor;
      block.classList.toggle("wrong", Boolean(error));
      for (const node of block.querySelectorAll(FIELDS)) node.setAttribute("aria-invalid", String(Boolean(error)));
    }
  }
}

/** Whether somebody beside this seat has the keyboard: what happens here may not take it away from them. */
export function elsewhere(seat) {
  const at = document.activeElement;
  const typing = at.matches("textarea, input, select, [contenteditable]");
  return !seat.node.contains(at) && (typing || at.closest(".seat") !== null);
}
