/** @file The page's few pictures, drawn as lines in a 20 × 20 box. */

const LINES = {
  hash: "M8 3 6.5 17 M13.5 3 12 17 M3.5 7.5h13.5 M3 12.5h13.5",
  lock: "M5 9h10v8H5z M7 9V6.5a3 3 0 0 1 6 0V9",
  archive: "M3 4h14v4H3z M4.5 8v8.5h11V8 M8 11.5h4",
  shared: "M8 6 H6a4 4 0 0 0 0 8h2 M12 6h2a4 4 0 0 1 0 8h-2 M7 10h6",
  app: "M3.5 4h13v9h-6l-3.5 3.5V13H3.5z M7 8.5l2 2 4-4",
  person: "M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z M4 17c.5-3.4 3-5 6-5s5.5 1.6 6 5",
  cross: "M5 5l10 10 M15 5 5 15",
  calendar: "M3.5 5h13v11.5h-13z M3.5 8.5h13 M7 3v3.5 M13 3v3.5",
  down: "M5 8l5 5 5-5",
  tick: "M4.5 10.5l4 4 7.5-9",
  dots: "M4 10h.01 M10 10h.01 M16 10h.01",
  eye: "M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10z M10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z",
  reply: "M3.5 4h13v9h-6l-3.5 3.5V13H3.5z",
  send: "M3 3.5 17.5 10 3 16.5 5.5 10z M5.5 10H11",
  menu: "M3 5h14 M3 10h14 M3 15h14",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M10 1.5v2 M10 16.5v2 M1.5 10h2 M16.5 10h2 M4 4l1.4 1.4 M14.6 14.6 16 16 M4 16l1.4-1.4 M14.6 5.4 16 4",
  plus: "M10 4v12 M4 10h12",
  bolt: "M11 2.5 4.5 11.5h4.7L8.5 17.5 15.5 8.5h-4.8z",
  file: "M5 2.5h6.5l4 4v11h-10.5z M11.5 2.5v4h4",
  download: "M10 3v9 M6 8.5l4 4 4-4 M4 16.5h12",
  upload: "M10 13V4 M6 7.5l4-4 4 4 M4 16.5h12",
  pin: "M12 2.5 17.5 8l-3 .7-3 3-.6 3.8L5.2 9.8 9 9.2l3-3z M8 12.5 3 17.5",
  pencil: "M4 16l.8-3.6L13.5 3.7l2.8 2.8-8.7 8.7z",
  trash: "M4 5.5h12 M8 5.5v-2h4v2 M5.5 5.5l.8 11.5h7.4l.8-11.5 M8.5 8.5v5.5 M11.5 8.5v5.5",
  play: "M6 3.5 16 10 6 16.5z",
  thumbup: "M7 9.5 10 3c1.5 0 2.2 1 2 2.2L11.5 8H16l-1.2 8H7z M7 9H4v7h3",
  thumbdown: "M13 10.5 10 17c-1.5 0-2.2-1-2-2.2L8.5 12H4l1.2-8H13z M13 11h3V4h-3",
  info: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z M10 9v5 M10 6.2h.01",
  warning: "M10 3 18 16.5H2z M10 8v4 M10 14.3h.01",
  error: "M7 2.5h6l4.5 4.5v6L13 17.5H7L2.5 13V7z M10 6v5 M10 13.8h.01",
  success: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z M6.5 10.2l2.5 2.5 4.5-5",
  pair: "M2.5 4h15v12h-15z M10 4v12",
  flag: "M5 17.5v-14 M5 4h10l-2.5 3.5L15 11H5",
  terminal: "M2.5 4h15v12h-15z M5.5 8l2.5 2.2-2.5 2.2 M10.5 13h4",
  again: "M4 10a6 6 0 1 0 2-4.5 M6.5 2.5v3.2h3.2",
  copy: "M7 7h9.5v9.5H7z M4 13H3.5V3.5H13V4",
  left: "M12 5l-5 5 5 5",
  right: "M8 5l5 5-5 5",
  next: "M4 4.5 11 10l-7 5.5z M15 4.5v11",
};
const SVG = "http://www.w3.org/2000/svg";
const CHANNELS = { public: "hash", private: "lock", im: "app" };

/** @returns {SVGElement} a decoration; the words beside it carry the meaning */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", LINES[name]);
  svg.append(path);
  return svg;
}

/** The mark of a channel kind. */
export function channelIcon(kind) {
  return icon(CHANNELS[kind] ?? "hash");
}
