/** @file The emoji names that texts in this playground use; a name that is not here stays as written. */

const NAMES = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", tada: "🎉", wave: "👋", clap: "👏", pray: "🙏", muscle: "💪",
  point_right: "👉", point_left: "👈", point_up: "☝️", point_down: "👇", raised_hands: "🙌", raised_hand: "✋", eyes: "👀",
  smile: "😄", slightly_smiling_face: "🙂", grin: "😁", thinking_face: "🤔", sweat_smile: "😅", sob: "😭", heart: "❤️",
  white_check_mark: "✅", heavy_check_mark: "✔️", ballot_box_with_check: "☑️", x: "❌", negative_squared_cross_mark: "❎",
  warning: "⚠️", exclamation: "❗", question: "❓", grey_question: "❔", no_entry: "⛔", no_entry_sign: "🚫", rotating_light: "🚨",
  information_source: "ℹ️", bulb: "💡", fire: "🔥", rocket: "🚀", sparkles: "✨", star: "⭐", star2: "🌟", trophy: "🏆", dart: "🎯",
  lock: "🔒", unlock: "🔓", key: "🔑", shield: "🛡️", bell: "🔔", no_bell: "🔕", mailbox: "📫", envelope: "✉️", speech_balloon: "💬",
  memo: "📝", pencil: "📝", pencil2: "✏️", clipboard: "📋", books: "📚", book: "📖", bookmark: "🔖", mag: "🔍", pushpin: "📌",
  paperclip: "📎", link: "🔗", bar_chart: "📊", chart_with_upwards_trend: "📈", chart_with_downwards_trend: "📉", compass: "🧭",
  calendar: "📅", date: "📅", spiral_calendar_pad: "🗓️", alarm_clock: "⏰", hourglass: "⌛", hourglass_flowing_sand: "⏳",
  stopwatch: "⏱️", clock9: "🕘", sunrise: "🌅", seedling: "🌱", handshake: "🤝", busts_in_silhouette: "👥", bust_in_silhouette: "👤",
  microphone: "🎤", studio_microphone: "🎙️", headphones: "🎧", dumbbell: "🏋️", recycle: "♻️", gear: "⚙️", wrench: "🔧",
  arrow_right: "➡️", arrow_left: "⬅️", arrow_up: "⬆️", arrow_down: "⬇️", arrows_counterclockwise: "🔄", back: "🔙",
  large_green_circle: "🟢", large_yellow_circle: "🟡", large_orange_circle: "🟠", red_circle: "🔴", large_blue_circle: "🔵",
  white_circle: "⚪", black_circle: "⚫", small_blue_diamond: "🔹", small_orange_diamond: "🔸", black_square_button: "🔲",
  one: "1️⃣", two: "2️⃣", three: "3️⃣", four: "4️⃣", five: "5️⃣", zap: "⚡", inbox_tray: "📥", outbox_tray: "📤", wastebasket: "🗑️",
};

/** The character of an emoji name, or null. */
export function emoji(name) {
  return Object.hasOwn(NAMES, name) ? NAMES[name] : null;
}

/** A text with its :names: turned into characters. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name) ?? whole);
}
