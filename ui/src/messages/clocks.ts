import { language } from "./index.svelte";
import type { LanguageCode } from "./languages";

/** That two clocks are apart, and whose is wrong. */
interface ClockWords {
  behind: (time: string) => string;
  ahead: (time: string) => string;
  wrong: { here: string; phone: string; either: string };
}

const WORDS: Record<LanguageCode, ClockWords> = {
  nb: {
    behind: (time) => `Telefonens klokke går ${time} etter denne enhetens.`,
    ahead: (time) => `Telefonens klokke går ${time} foran denne enhetens.`,
    wrong: {
      here: "Det er denne enhetens klokke som er feil. Still den, helst automatisk.",
      phone: "Det er telefonens klokke som er feil. Be arbeidstakeren slå på automatisk dato og tid.",
      either: "Hvilken som er feil, vet vi ikke. Sammenlign med en klokke du stoler på. Avviker neste telefon likt, er det denne enheten.",
    },
  },
  nn: {
    behind: (time) => `Klokka på telefonen går ${time} etter denne eininga.`,
    ahead: (time) => `Klokka på telefonen går ${time} framfor denne eininga.`,
    wrong: {
      here: "Det er klokka på denne eininga som er feil. Still ho, helst automatisk.",
      phone: "Det er klokka på telefonen som er feil. Be arbeidstakaren slå på automatisk dato og tid.",
      either: "Kva for ei som er feil, veit vi ikkje. Samanlikn med ei klokke du stolar på. Avvik neste telefon likt, er det denne eininga.",
    },
  },
  en: {
    behind: (time) => `The phone's clock is ${time} behind this device's.`,
    ahead: (time) => `The phone's clock is ${time} ahead of this device's.`,
    wrong: {
      here: "It is this device's clock that is wrong. Set it, preferably automatically.",
      phone: "It is the phone's clock that is wrong. Ask the worker to turn on automatic date and time.",
      either: "Which one is wrong can't be told. Compare with a clock you trust. If the next phone differs as much, it is this device.",
    },
  },
  pl: {
    behind: (time) => `Zegar telefonu spóźnia się względem tego urządzenia o ${time}.`,
    ahead: (time) => `Zegar telefonu wyprzedza to urządzenie o ${time}.`,
    wrong: {
      here: "Zły jest zegar tego urządzenia. Ustaw go, najlepiej automatycznie.",
      phone: "Zły jest zegar telefonu. Poproś pracownika o włączenie automatycznej daty i godziny.",
      either: "Nie wiadomo, który jest zły. Porównaj z zegarem, któremu ufasz. Jeśli następny telefon różni się tak samo, zły jest zegar tego urządzenia.",
    },
  },
  lt: {
    behind: (time) => `Telefono laikrodis atsilieka nuo šio įrenginio: ${time}.`,
    ahead: (time) => `Telefono laikrodis skuba, palyginti su šiuo įrenginiu: ${time}.`,
    wrong: {
      here: "Klaidingas šio įrenginio laikrodis. Nustatykite jį, geriausia automatiškai.",
      phone: "Klaidingas telefono laikrodis. Paprašykite darbuotojo įjungti automatinę datą ir laiką.",
      either: "Kuris klaidingas, nežinoma. Palyginkite su laikrodžiu, kuriuo pasitikite. Jei kitas telefonas skirsis tiek pat, klysta šis įrenginys.",
    },
  },
  ro: {
    behind: (time) => `Ceasul telefonului este în urma acestui dispozitiv cu ${time}.`,
    ahead: (time) => `Ceasul telefonului este înaintea acestui dispozitiv cu ${time}.`,
    wrong: {
      here: "Ceasul acestui dispozitiv este greșit. Potriviți-l, de preferat automat.",
      phone: "Ceasul telefonului este greșit. Cereți lucrătorului să activeze data și ora automate.",
      either: "Nu se poate spune care este greșit. Comparați cu un ceas în care aveți încredere. Dacă următorul telefon diferă la fel, este acest dispozitiv.",
    },
  },
};

export const clockWords = (): ClockWords => WORDS[language.code];
