import type { Suggested } from "./nb";

export const pl: Suggested = {
  why: {
    wrong_employer:
      "Okazana karta nie jest od pracodawcy, którego się tu spodziewasz. Zapytaj, dla kogo ta osoba pracuje.",
    wrong_industry: "Okazana karta dotyczy branży, która nie jest akceptowana przy tej pracy.",
  },
  lookedUp: {
    wrong_employer:
      "Żadne zatrudnienie na karcie nie jest u pracodawcy, którego się tu spodziewasz. Zapytaj, dla kogo ta osoba pracuje.",
    wrong_industry: "Żadne zatrudnienie na karcie nie dotyczy branży, która jest akceptowana przy tej pracy.",
  },
  put: (kind) => `Zapisz ustalenie: ${kind}`,
};
