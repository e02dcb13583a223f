import type { Outcome } from "../../backend/contract";

/** How an answer sounds and feels, for whoever can't look. */
export interface Signal {
  hertz: number;
  /** Milliseconds of tone and pause in turn, as `navigator.vibrate` takes them. */
  rhythm: number[];
}

/** One short, two, three long: they differ for those who don't hear pitch, and through a glove. */
export const SIGNALS: Record<Outcome, Signal> = {
  valid: { hertz: 1320, rhythm: [110] },
  unconfirmed: { hertz: 740, rhythm: [160, 110, 160] },
  invalid: { hertz: 330, rhythm: [380, 130, 380, 130, 380] },
};

/** A tone that begins or ends at once clicks. */
const RAMP_S = 0.012;
const LOUD = 0.6;

/** Plays signals. One audio context for as long as the window lives: browsers give out few. */
export class Speaker {
  #context: AudioContext | undefined;

  play({ hertz, rhythm }: Signal) {
    const context = (this.#context ??= new AudioContext());
    // A tablet that slept has put it to rest.
    void context.resume();
    let at = context.currentTime;
    rhythm.forEach((milliseconds, index) => {
      const until = at + milliseconds / 1000;
      if (index % 2 === 0) tone(context, hertz, at, until);
      at = until;
    });
  }
}

function tone(context: AudioContext, hertz: number, from: number, until: number) {
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  oscillator.type = "triangle";
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(LOUD, from + RAMP_S);
  gain.gain.setValueAtTime(LOUD, until - RAMP_S);
  gain.gain.linearRampToValueAtTime(0, until);
  oscillator.connect(gain).connect(context.destination);
  oscillator.onended = () => {
    gain.disconnect();
  };
  oscillator.start(from);
  oscillator.stop(until);
}

/** Whether the device can vibrate at all. */
export const canVibrate = (): boolean => "vibrate" in navigator;

export function vibrate({ rhythm }: Signal) {
  if (canVibrate()) navigator.vibrate(rhythm);
}
