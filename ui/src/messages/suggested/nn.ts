import type { Suggested } from "./nb";

export const nn: Suggested = {
  why: {
    wrong_employer:
      "Kortet som vart vist, er ikkje frå arbeidsgivaren du ventar her. Spør kven personen jobbar for.",
    wrong_industry: "Kortet som vart vist, gjeld ein bransje som ikkje er godteken for dette arbeidet.",
  },
  lookedUp: {
    wrong_employer:
      "Ingen arbeidsforhold på kortet er hos arbeidsgivaren du ventar her. Spør kven personen jobbar for.",
    wrong_industry: "Ingen arbeidsforhold på kortet gjeld ein bransje som er godteken for dette arbeidet.",
  },
  put: (kind) => `Før opp funnet: ${kind}`,
};
