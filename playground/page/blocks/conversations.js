/** @file Which conversations a select may offer. */

/** Conversations the person may choose: those they see, not archived, of the kinds the filter lets in. */
export function conversations(seat, filter = {}) {
  const { include, exclude_external_shared_channels: unshared } = filter;
  return seat.state.channels
    .filter((channel) => !channel.archived && (!include || include.includes(channel.kind)) && !(unshared && channel.shared))
    .map((channel) => ({ value: channel.id, label: seat.titleOf(channel), mark: channel.kind }));
}
