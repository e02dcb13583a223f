import type { Outdoors } from "./nb";

export const nn: Outdoors = {
  title: "Lyd, vibrering og sollys",
  settings: {
    sound: "Lyd når svaret kjem",
    vibration: "Vibrering når svaret kjem",
    sun: "Sterk kontrast i sollys",
  },
  signals: "Gyldig er eitt kort signal, kan ikkje stadfestast er to, ugyldig er tre lange. Prøv dei:",
};
