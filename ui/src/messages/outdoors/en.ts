import type { Outdoors } from "./nb";

export const en: Outdoors = {
  title: "Sound, vibration and sunlight",
  settings: {
    sound: "Sound when the answer comes",
    vibration: "Vibration when the answer comes",
    sun: "Strong contrast in sunlight",
  },
  signals: "Valid is one short signal, could not be confirmed is two, invalid is three long ones. Try them:",
};
