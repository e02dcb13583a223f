import type { Clocks } from "./nb";

export const lt: Clocks = {
  behind: (time) => `Telefono laikrodis atsilieka nuo šio įrenginio: ${time}.`,
  ahead: (time) => `Telefono laikrodis skuba, palyginti su šiuo įrenginiu: ${time}.`,
  wrong: {
    here: "Klaidingas šio įrenginio laikrodis. Nustatykite jį, geriausia automatiškai.",
    phone: "Klaidingas telefono laikrodis. Paprašykite darbuotojo įjungti automatinę datą ir laiką.",
    either: "Kuris klaidingas, nežinoma. Palyginkite su laikrodžiu, kuriuo pasitikite. Jei kitas telefonas skirsis tiek pat, klysta šis įrenginys.",
  },
};
