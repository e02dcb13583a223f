import type { Photo } from "./nb";

export const ro: Photo = {
  waits: "Fotografia a fost primită. O persoană o privește înainte să ajungă pe card:",
  waiting: (date) => `O persoană trebuie să privească fotografia predată pe ${date} înainte să ajungă pe card.`,
  rejected: (date) => `Fotografia nu a fost acceptată pe ${date}`,
  worker: "Dați angajatorului o altă fotografie sau duceți una la biroul care emite cardul. Cardul dumneavoastră este ca înainte.",
  employer: "Cereți lucrătorului o altă fotografie și adăugați-o aici. Dacă nu merge, o poate primi biroul care emite cardul.",
  faults: {
    too_few_pixels: "Fotografia are prea puțini pixeli. Faceți-o cu camera, nu de pe un ecran.",
    no_face: "Nu s-a găsit nicio față. Priviți drept în cameră, cu lumina pe față.",
    several_faces: "Sunt mai multe fețe. Numai persoana care primește cardul poate fi în fotografie.",
    face_too_small: "Fața este prea mică. Apropiați-vă de cameră.",
    face_too_large: "Fața este prea mare. Depărtați-vă, ca să se vadă tot capul.",
    off_centre: "Fața nu este în mijlocul fotografiei.",
    tilted: "Capul este înclinat. Țineți capul și camera drept.",
    turned: "Fața este întoarsă într-o parte. Priviți drept în cameră.",
    eyes_hidden: "Ochii nu se văd bine. Scoateți ochelarii întunecați și țineți ochii deschiși.",
    blurred: "Fotografia este neclară. Țineți camera nemișcată și ștergeți obiectivul.",
    too_dark: "Fotografia este prea întunecată. Faceți-o unde este mai multă lumină.",
    too_bright: "Fotografia este prea luminoasă. Întoarceți-vă de la lumina puternică.",
    uneven_background: "Fundalul nu este uniform. Stați în fața unui perete deschis, fără model și umbre.",
  },
};
