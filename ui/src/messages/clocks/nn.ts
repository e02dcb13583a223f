import type { Clocks } from "./nb";

export const nn: Clocks = {
  behind: (time) => `Klokka på telefonen går ${time} etter denne eininga.`,
  ahead: (time) => `Klokka på telefonen går ${time} framfor denne eininga.`,
  wrong: {
    here: "Det er klokka på denne eininga som er feil. Still ho, helst automatisk.",
    phone: "Det er klokka på telefonen som er feil. Be arbeidstakaren slå på automatisk dato og tid.",
    either: "Kva for ei som er feil, veit vi ikkje. Samanlikn med ei klokke du stolar på. Avvik neste telefon likt, er det denne eininga.",
  },
};
