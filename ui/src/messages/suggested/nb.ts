import type { SuggestedKind } from "../../backend/contract";

/** What a card that was shown gives reason to find. */
export interface Suggested {
  why: Record<SuggestedKind, string>;
  put: (kind: string) => string;
}

export const nb: Suggested = {
  why: {
    wrong_employer:
      "Kortet som ble vist, er ikke fra arbeidsgiveren du venter her. Spør hvem personen jobber for.",
    wrong_industry: "Kortet som ble vist, gjelder en bransje som ikke godtas for dette arbeidet.",
  },
  put: (kind) => `Før opp funnet: ${kind}`,
};
