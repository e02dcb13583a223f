import type { PhotoCode } from "./nb";

export const lt: PhotoCode = {
  worker: {
    show: "Rodyti mano nuotrauką",
    text: "Laikykite telefoną ramiai prieš inspektoriaus kamerą. Kodas juda, nes po truputį perduoda jūsų nuotrauką.",
    label: "Judantis kodas, perduodantis jūsų nuotrauką",
    still: "Kad veiktų, kodas turi judėti: jis keičiasi aštuonis kartus per sekundę. Jis prasidės, kai norėsite.",
    start: "Paleisti kodą",
    pause: "Sustabdyti kodą",
    hide: "Grįžti prie kortelės kodo",
  },
  inspector: {
    looking: "Gaunama nuotrauka …",
    read: "Nuskaityti nuotrauką iš telefono",
    text: "Paprašykite darbuotojo paspausti „Rodyti mano nuotrauką“ ir kelias sekundes laikykite kamerą prieš judantį kodą.",
    instead: "Pasirinkite telefono ekrano nuotraukas.",
    pictures: "Pasirinkti kodo nuotraukas",
    progress: "Kiek nuotraukos nuskaityta",
    parts: (have, need) => `Nuskaityta dalių: ${have} iš ${need}`,
    here: "Tai išdavėjo pasirašyta nuotrauka.",
    again: "Bandyti pasiekti tarnybą dar kartą",
    close: "Baigti skaityti",
    why: {
      photo_no_contact: "Nuotraukos šiame įrenginyje nėra, o tarnybos pasiekti nepavyksta.",
      photo_gone: "Tarnyba šios nuotraukos nebeturi. Kortelė telefone gali būti senesnė už nuotrauką.",
      photo_does_not_fit: "Gauta ne ta nuotrauka, kurią pasirašė išdavėjas. Nieko nerodoma.",
      not_a_photo_code: "Tai ne kodas su nuotrauka. Paprašykite darbuotojo paspausti „Rodyti mano nuotrauką“.",
      another_photo: "Tai kitos kortelės nuotrauka.",
    },
  },
};
