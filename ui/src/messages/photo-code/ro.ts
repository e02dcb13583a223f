import type { PhotoCode } from "./nb";

export const ro: PhotoCode = {
  worker: {
    show: "Arată fotografia mea",
    text: "Țineți telefonul nemișcat în fața camerei inspectorului. Codul se mișcă pentru că vă transmite fotografia, bucată cu bucată.",
    label: "Un cod care se mișcă și vă transmite fotografia",
    still: "Codul trebuie să se miște ca să funcționeze: se schimbă de opt ori pe secundă. Începe când doriți.",
    start: "Pornește codul",
    pause: "Oprește codul",
    hide: "Înapoi la codul cardului",
  },
  inspector: {
    looking: "Se aduce fotografia …",
    read: "Citește fotografia de pe telefon",
    text: "Cereți lucrătorului să apese „Arată fotografia mea” și țineți camera spre codul care se mișcă, câteva secunde.",
    instead: "Alegeți în schimb imagini cu ecranul telefonului.",
    pictures: "Alege imagini cu codul",
    progress: "Cât din fotografie s-a citit",
    parts: (have, need) => `S-au citit ${have} din ${need} părți`,
    here: "Este fotografia semnată de emitent.",
    again: "Încearcă din nou serviciul",
    close: "Oprește citirea",
    why: {
      photo_no_contact: "Fotografia nu este pe acest dispozitiv, iar serviciul nu poate fi contactat.",
      photo_gone: "Serviciul nu mai are această fotografie. Cardul de pe telefon poate fi mai vechi decât fotografia.",
      photo_does_not_fit: "Ce a venit nu este fotografia semnată de emitent. Nu se arată nimic.",
      not_a_photo_code: "Acesta nu este codul cu fotografia. Cereți lucrătorului să apese „Arată fotografia mea”.",
      another_photo: "Aceasta este fotografia altui card.",
    },
  },
};
