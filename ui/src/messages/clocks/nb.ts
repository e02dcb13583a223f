/** That two clocks are apart, and whose is wrong. */
export interface Clocks {
  behind: (time: string) => string;
  ahead: (time: string) => string;
  wrong: { here: string; phone: string; either: string };
}

export const nb: Clocks = {
  behind: (time) => `Telefonens klokke går ${time} etter denne enhetens.`,
  ahead: (time) => `Telefonens klokke går ${time} foran denne enhetens.`,
  wrong: {
    here: "Det er denne enhetens klokke som er feil. Still den, helst automatisk.",
    phone: "Det er telefonens klokke som er feil. Be arbeidstakeren slå på automatisk dato og tid.",
    either: "Hvilken som er feil, vet vi ikke. Sammenlign med en klokke du stoler på. Avviker neste telefon likt, er det denne enheten.",
  },
};
