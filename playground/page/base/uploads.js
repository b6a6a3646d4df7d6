/** @file Files from a person's own machine, sent to the playground. */

/**
 * @param {string} person
 * @param {File} file
 * @returns {Promise<{ok: boolean, error?: string, file?: object}>} never rejects; `file` as Slack describes it
 */
export async function upload(person, file) {
  const asked = new URLSearchParams({ as: person, name: file.name });
  const headers = { "content-type": file.type || "application/octet-stream" };
  try {
    const answer = await fetch(`/upload?${asked}`, { method: "POST", headers, body: file });
    return await answer.json();
  } catch {
    return { ok: false, error: "unreachable" };
  }
}
