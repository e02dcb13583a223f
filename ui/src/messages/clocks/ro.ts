import type { Clocks } from "./nb";

export const ro: Clocks = {
  behind: (time) => `Ceasul telefonului este în urma acestui dispozitiv cu ${time}.`,
  ahead: (time) => `Ceasul telefonului este înaintea acestui dispozitiv cu ${time}.`,
  wrong: {
    here: "Ceasul acestui dispozitiv este greșit. Potriviți-l, de preferat automat.",
    phone: "Ceasul telefonului este greșit. Cereți lucrătorului să activeze data și ora automate.",
    either: "Nu se poate spune care este greșit. Comparați cu un ceas în care aveți încredere. Dacă următorul telefon diferă la fel, este acest dispozitiv.",
  },
};
