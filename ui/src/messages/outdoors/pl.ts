import type { Outdoors } from "./nb";

export const pl: Outdoors = {
  title: "Dźwięk, wibracje i słońce",
  settings: {
    sound: "Dźwięk, gdy przychodzi odpowiedź",
    vibration: "Wibracja, gdy przychodzi odpowiedź",
    sun: "Silny kontrast w słońcu",
  },
  signals: "Ważna to jeden krótki sygnał, brak potwierdzenia to dwa, nieważna to trzy długie. Wypróbuj:",
};
