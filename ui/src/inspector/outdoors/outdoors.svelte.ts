import type { Outcome } from "../../backend/contract";
import "./sun.css";
import { canVibrate, SIGNALS, Speaker, vibrate } from "./signals";

export type Setting = "sound" | "vibration" | "sun";

const MEMORY = "hmskort.outdoors";

/** What helps where it is loud, bright or gloved; remembered on this device. */
export class Outdoors {
  readonly #chosen: Partial<Record<Setting, boolean>> = $state(remembered());
  readonly #speaker = new Speaker();
  readonly #contrast = matchMedia("(prefers-contrast: more)");
  #asksContrast = $state(this.#contrast.matches);

  constructor() {
    this.#contrast.addEventListener("change", this.#ask);
  }

  #ask = () => {
    this.#asksContrast = this.#contrast.matches;
  };

  /** Whether it is on. Until someone chooses, contrast is as the system asks for it. */
  is(setting: Setting): boolean {
    return this.#chosen[setting] ?? (setting === "sun" ? this.#asksContrast : true);
  }

  /** What there is to choose on this device. */
  get settings(): Setting[] {
    return canVibrate() ? ["sound", "vibration", "sun"] : ["sound", "sun"];
  }

  toggle(setting: Setting) {
    this.#chosen[setting] = !this.is(setting);
    localStorage.setItem(MEMORY, JSON.stringify(this.#chosen));
  }

  /** Tells an answer without words. */
  signal(outcome: Outcome) {
    if (this.is("vibration")) vibrate(SIGNALS[outcome]);
    if (this.is("sound")) this.#speaker.play(SIGNALS[outcome]);
  }

  stop() {
    this.#contrast.removeEventListener("change", this.#ask);
  }
}

function remembered(): Partial<Record<Setting, boolean>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(MEMORY) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    const is = (entry: [string, unknown]): entry is [Setting, boolean] =>
      ["sound", "vibration", "sun"].includes(entry[0]) && typeof entry[1] === "boolean";
    return Object.fromEntries(Object.entries(kept).filter(is));
  } catch {
    return {};
  }
}
