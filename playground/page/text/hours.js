/** @file Times of day, "HH:MM": how a language writes them, and what a person means who types one. */

const MORNING = /^(上午|早上|凌晨)|a\.?m?\.?$/;
const EVENING = /^(下午|晚上|中午)|p\.?m?\.?$/;

export class Hours {
  #format;
  #twelve;

  constructor(locale) {
    this.#twelve = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12;
    this.#format = new Intl.DateTimeFormat(locale, { hour: this.#twelve ? "numeric" : "2-digit", minute: "2-digit", timeZone: "UTC" });
  }

  /** "9:30 AM" or "09:30" */
  write(time) {
    return this.#format.format(new Date(`1970-01-01T${time}Z`));
  }

  /**
   * The times that "9:05", "0905", "9:05 pm", "9" or "下午3点半" may mean, the likeliest first; none when it is no time.
   * @returns {string[]}
   */
  meant(typed) {
    const text = typed.normalize("NFKC").toLowerCase().replace(/\s/g, "");
    const half = EVENING.test(text) ? "pm" : MORNING.test(text) ? "am" : null;
    const digits = text.replace(MORNING, "").replace(EVENING, "").replace("半", "30").replace(/分$/, "");
    const [, hour, minute = "00"] = /^(\d{1,2})(?:[:.点點时]?(\d\d)|[:点點时])?$/.exec(digits) ?? [];
    if (!hour || Number(hour) > 23 || Number(minute) > 59) return [];
    return this.#hours(hour, half).map((each) => `${String(each).padStart(2, "0")}:${minute}`);
  }

  #hours(written, half) {
    const hour = Number(written);
    if (half && hour <= 12) return [(hour % 12) + (half === "pm" ? 12 : 0)];
    const either = !half && this.#twelve && hour >= 1 && hour <= 12 && !written.startsWith("0");
    return either ? [hour, (hour + 12) % 24] : [hour];
  }
}
