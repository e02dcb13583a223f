import type { Suggested } from "./nb";

export const ro: Suggested = {
  why: {
    wrong_employer:
      "Cardul arătat nu este de la angajatorul așteptat aici. Întrebați pentru cine lucrează persoana.",
    wrong_industry: "Cardul arătat este pentru o ramură care nu este acceptată pentru această muncă.",
  },
  lookedUp: {
    wrong_employer:
      "Niciun raport de muncă de pe card nu este cu angajatorul așteptat aici. Întrebați pentru cine lucrează persoana.",
    wrong_industry: "Niciun raport de muncă de pe card nu este pentru o ramură acceptată pentru această muncă.",
  },
  put: (kind) => `Înregistrați constatarea: ${kind}`,
};
