import type { Clocks } from "./nb";

export const en: Clocks = {
  behind: (time) => `The phone's clock is ${time} behind this device's.`,
  ahead: (time) => `The phone's clock is ${time} ahead of this device's.`,
  wrong: {
    here: "It is this device's clock that is wrong. Set it, preferably automatically.",
    phone: "It is the phone's clock that is wrong. Ask the worker to turn on automatic date and time.",
    either: "Which one is wrong can't be told. Compare with a clock you trust. If the next phone differs as much, it is this device.",
  },
};
