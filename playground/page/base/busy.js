/** @file The spinner on a button. */

/** Keep a button busy, and deaf to more presses, until `work` is done. */
export async function busyWhile(node, work) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    node.removeAttribute("aria-busy");
  }
}
