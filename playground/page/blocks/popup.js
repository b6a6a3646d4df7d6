/** @file A list that hangs at its opener, above everything else, and closes when a person looks away. */

const GAP = 4;
const TALLEST = 320;

export class Popup {
  #opener;
  #list;
  #onopen;
  #onclose;
  #onaway;
  #expands;
  #place = () => this.#hang();
  #away = (event) => {
    if (this.#opener.contains(event.target) || this.#list.contains(event.target)) return;
    this.#onaway?.();
    this.close();
  };

  /**
   * @param {HTMLElement} opener  what it hangs at
   * @param {HTMLElement} list  must be in the page when it opens
   * @param {{onopen?: Function, onclose?: Function, onaway?: Function, expands?: HTMLElement}} [told]
   *   `expands`: who says aria-expanded and gets the focus back; `onaway`: before it closes because a person presses elsewhere
   */
  constructor(opener, list, { onopen, onclose, onaway, expands } = {}) {
    this.#opener = opener;
    this.#list = list;
    this.#onopen = onopen;
    this.#onclose = onclose;
    this.#onaway = onaway;
    this.#expands = expands ?? opener;
    this.#expands.setAttribute("aria-expanded", "false");
    list.setAttribute("popover", "manual");
    list.addEventListener("keydown", (event) => this.#keys(event));
    opener.addEventListener("keydown", (event) => this.#keys(event));
  }

  get open() {
    return this.#list.isConnected && this.#list.matches(":popover-open");
  }

  toggle() {
    if (this.open) this.close();
    else this.show();
  }

  show() {
    if (this.open) return;
    this.#list.showPopover();
    this.#expands.setAttribute("aria-expanded", "true");
    this.#hang();
    document.addEventListener("pointerdown", this.#away, true);
    window.addEventListener("scroll", this.#place, true);
    window.addEventListener("resize", this.#place);
    this.#onopen?.();
    this.#hang();
  }

  close() {
    document.removeEventListener("pointerdown", this.#away, true);
    window.removeEventListener("scroll", this.#place, true);
    window.removeEventListener("resize", this.#place);
    this.#expands.setAttribute("aria-expanded", "false");
    if (!this.open) return;
    this.#list.hidePopover();
    this.#onclose?.();
  }

  /** Escape closes the list only, not the modal it is in. */
  #keys(event) {
    if (event.key !== "Escape" || !this.open) return;
    event.stopPropagation();
    event.preventDefault();
    this.close();
    if (this.#list.contains(document.activeElement)) this.#expands.focus();
  }

  #hang() {
    if (!this.#opener.isConnected) return this.close();
    const at = this.#opener.getBoundingClientRect();
    const width = Math.min(Math.max(at.width, 200), window.innerWidth - 2 * GAP);
    const below = window.innerHeight - at.bottom - GAP;
    const above = at.top - GAP;
    const up = below < Math.min(this.#list.scrollHeight, TALLEST) && above > below;
    const { style } = this.#list;
    style.minWidth = `${width}px`;
    style.maxHeight = `${Math.max(80, Math.min(TALLEST, (up ? above : below) - GAP))}px`;
    style.left = `${Math.max(GAP, Math.min(at.left, window.innerWidth - Math.max(width, this.#list.offsetWidth) - GAP))}px`;
    style.top = up ? "auto" : `${at.bottom + GAP}px`;
    style.bottom = up ? `${window.innerHeight - at.top + GAP}px` : "auto";
    return undefined;
  }
}
