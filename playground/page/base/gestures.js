/** @file What a person does, sent to the playground. */

/**
 * @param {string} person
 * @param {object} what  a gesture without `as`
 * @returns {Promise<{ok: boolean, error?: string, errors?: Object<string, string>}>} never rejects
 */
export async function send(person, what) {
  try {
    const answer = await fetch("/gesture", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ as: person, ...what }),
    });
    return await answer.json();
  } catch {
    return { ok: false, error: "unreachable" };
  }
}
