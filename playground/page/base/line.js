/** @file A WebSocket that comes back by itself until it is closed. */

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 4000;

export class Line {
  #address;
  #told;
  #socket = null;
  #timer = 0;
  #pause = FIRST_PAUSE;

  /**
   * @param {string} path  on this server
   * @param {{opened?: () => void, frame: (frame: object) => void, lost?: () => void}} told
   */
  constructor(path, told) {
    const address = new URL(path, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    this.#address = address.href;
    this.#told = told;
  }

  open() {
    if (this.#socket) return;
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.onopen = () => this.#told.opened?.();
    socket.onmessage = ({ data }) => {
      this.#pause = FIRST_PAUSE;
      if (this.#socket === socket) this.#told.frame(JSON.parse(data));
    };
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#told.lost?.();
      this.#timer = setTimeout(() => this.open(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    };
  }

  close() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket?.readyState === WebSocket.CONNECTING) socket.onopen = () => socket.close();  // else the console complains
    else socket?.close();
  }
}
