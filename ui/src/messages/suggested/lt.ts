import type { Suggested } from "./nb";

export const lt: Suggested = {
  why: {
    wrong_employer:
      "Parodyta kortelė yra ne to darbdavio, kurio čia tikitės. Paklauskite, kam asmuo dirba.",
    wrong_industry: "Parodyta kortelė skirta šakai, kuri šiam darbui nepripažįstama.",
  },
  lookedUp: {
    wrong_employer:
      "Nė vienas darbo santykis kortelėje nėra su darbdaviu, kurio čia tikitės. Paklauskite, kam asmuo dirba.",
    wrong_industry: "Nė vienas darbo santykis kortelėje nėra šakos, kuri šiam darbui pripažįstama.",
  },
  put: (kind) => `Įrašyti pažeidimą: ${kind}`,
};
