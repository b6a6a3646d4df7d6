/** @file What one person can see at the playground, and where they look. */

export class Sight {
  state = null;
  channel = null;
  thread = null;

  /** @param {string} person */
  constructor(person) {
    this.person = person;
  }

  /** Where the person is, as the page's address says it. */
  get place() {
    return { person: this.person, channel: this.channel };
  }

  nameOf(id) {
    const { people, bot } = this.state;
    const person = [...people, bot].find((one) => one?.id === id);
    return person ? person.real_name || person.name : null;
  }

  channelOf(id) {
    return this.state.channels.find((channel) => channel.id === id) ?? null;
  }

  /** What a channel is called where it is listed: its name, or who it is with. */
  titleOf(channel) {
    return channel.kind === "im" ? this.nameOf(channel.with) ?? channel.name : channel.name;
  }

  /** The page's address of a channel for this person. */
  address(channel) {
    return `#${this.person}/${channel}`;
  }

  /** Where one starts: the talk with the app, if there is one. */
  get firstChannel() {
    const { channels } = this.state;
    return (channels.find(({ kind }) => kind === "im") ?? channels[0])?.id ?? null;
  }

  /** Whether anything is left of the open thread. */
  get threadStands() {
    const said = this.state.messages[this.channel] ?? [];
    return said.some(({ ts, thread_ts: root }) => ts === this.thread || root === this.thread);
  }

  /** What the window's title says of this seat, and how much is unread in it. */
  get title() {
    const channel = this.state && this.channelOf(this.channel);
    return [channel && this.titleOf(channel), this.state?.me.real_name].filter(Boolean).join(" – ");
  }

  get unread() {
    return (this.state?.channels ?? []).reduce((sum, channel) => sum + (channel.unread ?? 0), 0);
  }
}
