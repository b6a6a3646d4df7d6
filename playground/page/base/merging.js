/** @file A state and what changed in it, made one. What did not change keeps its identity. */

/**
 * @param {object} state
 * @param {object} patch  new values by name; of `messages`: by channel, what to put and which are gone, null where the channel is
 * @returns {object} the new state; the old one is left as it was
 */
export function merged(state, { messages, ...values }) {
  const next = { ...state, ...values };
  if (messages) next.messages = channels(state.messages, messages);
  return next;
}

function channels(before, changes) {
  const next = { ...before };
  for (const [channel, change] of Object.entries(changes)) {
    if (change) next[channel] = said(before[channel] ?? [], change);
    else delete next[channel];
  }
  return next;
}

/** Messages in the order of their ts, which are all of one length. */
function said(before, { put = [], gone = [] }) {
  const left = new Set([...gone, ...put.map(({ ts }) => ts)]);
  const kept = before.filter(({ ts }) => !left.has(ts));
  return [...kept, ...put].sort((one, other) => (one.ts < other.ts ? -1 : 1));
}
