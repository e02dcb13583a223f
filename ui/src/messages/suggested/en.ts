import type { Suggested } from "./nb";

export const en: Suggested = {
  why: {
    wrong_employer:
      "The card that was shown is not from the employer you expect here. Ask whom the person works for.",
    wrong_industry: "The card that was shown is for an industry that is not accepted for this work.",
  },
  lookedUp: {
    wrong_employer:
      "No employment on the card is with the employer you expect here. Ask whom the person works for.",
    wrong_industry: "No employment on the card is for an industry that is accepted for this work.",
  },
  put: (kind) => `Record the finding: ${kind}`,
};
