import type { Outdoors } from "./nb";

export const lt: Outdoors = {
  title: "Garsas, vibravimas ir saulė",
  settings: {
    sound: "Garsas gavus atsakymą",
    vibration: "Vibravimas gavus atsakymą",
    sun: "Stiprus kontrastas saulėje",
  },
  signals: "Galioja – vienas trumpas signalas, nepatvirtinta – du, negalioja – trys ilgi. Išbandykite:",
};
