/** @file Making and keeping elements. Text only ever enters the page as text nodes. */

/**
 * Make an element. Strings become text nodes, so what a person typed cannot become HTML.
 * `on…` functions become listeners, `data` the data-* hooks, `false`, `null` and `undefined` are left out.
 * @param {string} tag
 * @param {Object<string, any>} [props]
 * @param {...(Node|string|null|undefined|false|Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...parts(children));
  return node;
}

/** What is left of children when nested lists are flattened and the empty ones dropped. */
export function parts(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Show exactly these children. */
export function fill(node, ...children) {
  node.replaceChildren(...parts(children));
  return node;
}

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "inert", "required", "multiple"]);

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "data") for (const [key, held] of Object.entries(value)) node.dataset[key] = held;
  else if (name === "style") for (const [key, held] of Object.entries(value)) node.style.setProperty(key, held);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

let names = 0;

/** A new element id, for labels and their inputs. */
export function newId(word) {
  names += 1;
  return `${word}-${names}`;
}

const drawn = new WeakMap();

/**
 * Make the children of `parent` show `items`: untouched items keep their node (and with it focus,
 * caret and scroll position), changed ones get a new node in place, gone ones go.
 * @template T
 * @param {HTMLElement} parent
 * @param {T[]} items  never changed in place: what is still the same object is not looked at again
 * @param {(item: T, index: number) => string} key
 * @param {(item: T, index: number) => HTMLElement} make
 */
export function keyed(parent, items, key, make) {
  const old = new Map([...parent.children].map((node) => [drawn.get(node)?.key, node]));
  const nodes = items.map((item, index) => {
    const name = key(item, index);
    const kept = old.get(name);
    const node = kept && same(drawn.get(kept).item, item) ? kept : make(item, index);
    drawn.set(node, { key: name, item });
    return node;
  });
  const stays = new Set(nodes);
  for (const node of [...parent.children]) if (!stays.has(node)) node.remove();
  let next = parent.firstElementChild;
  for (const node of nodes) {
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
  }
}

/** Equal as JSON. Most items are the same object, or hold the same ones; only the others are written out. */
function same(one, other) {
  return one === other || alike(one, other) || JSON.stringify(one) === JSON.stringify(other);
}

function alike(one, other) {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

const HOOKS = ["data-ts", "data-block-id", "data-action-id", "data-value", "data-focus", "data-channel", "data-person", "data-tab", "data-clock", "data-testid"];

/** The steps by which an element is found again after its node was replaced. */
function address(node, root) {
  const path = [];
  for (let at = node; at && at !== root; at = at.parentElement) {
    const hook = HOOKS.find((name) => at.hasAttribute(name));
    if (hook) path.unshift(`[${hook}="${CSS.escape(at.getAttribute(hook))}"]`);
    else if (at === node) path.unshift(node.localName);
  }
  return path;
}

/** The element at the same address; or, where a block got a new name, the one that is called the same. */
function again(path, root) {
  if (path.length === 0) return null;
  const last = path.at(-1);
  return root.querySelector(path.join(" ")) ?? (last.startsWith("[") ? root.querySelector(last) : null);
}

/** Do `work`, which may replace nodes, and give focus and caret back to the element that had them. */
export function keepFocus(root, work) {
  const active = document.activeElement;
  if (!active || active === root || !root.contains(active)) return work();
  const path = address(active, root);
  const [start, end] = [active.selectionStart, active.selectionEnd];
  work();
  if (active.isConnected) return undefined;
  const successor = again(path, root);
  successor?.focus({ preventScroll: true });
  if (typeof start === "number" && typeof successor?.selectionStart === "number") successor.setSelectionRange(start, end);
  return undefined;
}
