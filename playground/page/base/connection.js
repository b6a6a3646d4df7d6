/** @file The live line: full snapshots of what one person sees, again and again. */

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 4000;

/** Reconnects by itself until it is closed. */
export class Connection {
  #address;
  #told;
  #person;
  #socket = null;
  #timer = 0;
  #pause = FIRST_PAUSE;

  /**
   * @param {string} person
   * @param {{state: (state: object) => void, line: (up: boolean) => void, stranger: () => void}} told
   */
  constructor(person, told) {
    const address = new URL(`/live?as=${encodeURIComponent(person)}`, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    this.#address = address.href;
    this.#told = told;
    this.#person = person;
  }

  open() {
    if (this.#socket) return;
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      this.#pause = FIRST_PAUSE;
      this.#told.line(true);
      this.#told.state(JSON.parse(data));
    };
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#told.line(false);
      this.#ask();
      this.#timer = setTimeout(() => this.open(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    };
  }

  /** A line is not taken up either when nobody is there by that id. */
  async #ask() {
    const answer = await fetch(`/state?as=${encodeURIComponent(this.#person)}`).catch(() => null);
    if (answer?.status === 404) this.#told.stranger();
  }

  close() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket?.readyState === WebSocket.CONNECTING) socket.onopen = () => socket.close();  // else the console complains
    else socket?.close();
  }
}
