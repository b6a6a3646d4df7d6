/** @file The page's start: the seats, and around them the bar, the tour and the developer's drawer. */

import { Drawer } from "./drawer/drawer.js";
import { addressOf } from "./frame/address.js";
import { Bar } from "./frame/bar.js";
import { turnBetween } from "./frame/areas.js";
import { usualLanguage } from "./frame/languages.js";
import { askToRestart } from "./frame/restart.js";
import { Seats } from "./frame/seats.js";
import { Tour } from "./tour/tour.js";

const SMALL = matchMedia("(max-width: 760px)");
/** Where the tour fits beside the seats, and where two seats fit in the tour. */
const BESIDE = { 1: matchMedia("(min-width: 1200px)"), 2: matchMedia("(min-width: 1640px)") };
const TOUR_FOR_TWO = matchMedia("(min-width: 1200px)");

const seats = new Seats(draw);
const drawer = new Drawer(draw);
const tour = new Tour({
  changed: draw,
  restarted: () => seats.empty(),
  restart,
  go: goTo,
  compose: (text) => seats.first.compose(text),
  pair: () => seats.pair(),
  drawer: () => drawer.toggle(),
  left: () => bar.focus("tour"),
});
const bar = new Bar({ pair: () => seats.pair(), tour: () => tour.toggle(), drawer: () => drawer.toggle(), restart: () => restart() });

/** Everything around the seats speaks as the first one does. */
function draw() {
  const { first, shown } = seats;
  if (!first?.state) return;
  const { words, times, state } = first;
  const crowded = SMALL.matches && shown.some((seat) => seat.state?.views.length > 0);
  tour.draw(state.tour, crowded);
  tour.node.classList.toggle("beside", BESIDE[shown.length].matches);
  drawer.draw({ words, times, nameOf: (id) => shown.map((seat) => seat.state && seat.nameOf(id)).find(Boolean) ?? id });
  bar.draw(words, { pair: shown.length > 1, drawer: drawer.open, tour: tour.open, roomForTwo: seats.roomForTwo, progress: tour.progress(words) });
  document.body.dataset.seats = String(shown.length);
  document.documentElement.lang = words.language;
  const unread = shown.reduce((sum, seat) => sum + seat.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ""}${shown.map(({ title }) => title).filter(Boolean).join(" | ")} – ${words.workspace}`;
}

/** To the seats of a step, side by side where the window has room for two. */
function goTo({ person, channel, beside }) {
  seats.go([{ person, channel }, ...(beside && TOUR_FOR_TWO.matches ? [beside] : [])]);
  seats.first.node.focus({ preventScroll: true });
}

async function restart(language = seats.first.state?.language ?? usualLanguage()) {
  const chosen = await askToRestart(tour.open ? tour.words : seats.first.words, language);
  if (!chosen) return;
  seats.empty();
  tour.begin(chosen);
}

document.body.append(bar.node, seats.node, tour.node, drawer.node);
turnBetween(() => [...seats.shown, tour, drawer].map(({ node }) => node));
window.addEventListener("keydown", (event) => {
  if (event.code !== "Backquote" || !event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  drawer.toggle();
});
[SMALL, ...Object.values(BESIDE)].forEach((query) => query.addEventListener("change", draw));
seats.follow();
