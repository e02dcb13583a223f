import type { SuggestedKind } from "../../backend/contract";

/** What a card gives reason to find: one that was shown, and one that was only looked up. */
export interface Suggested {
  why: Record<SuggestedKind, string>;
  lookedUp: Record<SuggestedKind, string>;
  put: (kind: string) => string;
}

export const nb: Suggested = {
  why: {
    wrong_employer:
      "Kortet som ble vist, er ikke fra arbeidsgiveren du venter her. Spør hvem personen jobber for.",
    wrong_industry: "Kortet som ble vist, gjelder en bransje som ikke godtas for dette arbeidet.",
  },
  lookedUp: {
    wrong_employer:
      "Ingen arbeidsforhold på kortet er hos arbeidsgiveren du venter her. Spør hvem personen jobber for.",
    wrong_industry: "Ingen arbeidsforhold på kortet gjelder en bransje som godtas for dette arbeidet.",
  },
  put: (kind) => `Før opp funnet: ${kind}`,
};
