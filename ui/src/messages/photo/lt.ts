import type { Photo } from "./nb";

export const lt: Photo = {
  waits: "Nuotrauka gauta. Prieš patekdama į kortelę ji bus peržiūrėta žmogaus:",
  waiting: (date) => `${date} pateiktą nuotrauką turi peržiūrėti žmogus, tik tada ji atsiras kortelėje.`,
  rejected: (date) => `Nuotrauka nepriimta ${date}`,
  worker: "Duokite darbdaviui kitą nuotrauką arba atneškite ją į kortelę išduodančią įstaigą. Jūsų kortelė nepasikeitė.",
  employer: "Paprašykite darbuotojo kitos nuotraukos ir pridėkite ją čia. Jei nepavyksta, ją gali priimti kortelę išduodanti įstaiga.",
  faults: {
    too_few_pixels: "Nuotraukoje per mažai taškų. Fotografuokite kamera, ne nuo ekrano.",
    no_face: "Veido nerasta. Žiūrėkite tiesiai į kamerą, veidas turi būti apšviestas.",
    several_faces: "Nuotraukoje ne vienas veidas. Joje gali būti tik kortelės gavėjas.",
    face_too_small: "Veidas per mažas. Prieikite arčiau kameros.",
    face_too_large: "Veidas per didelis. Atsitraukite, kad matytųsi visa galva.",
    off_centre: "Veidas ne nuotraukos viduryje.",
    tilted: "Galva pakreipta. Galvą ir kamerą laikykite tiesiai.",
    turned: "Veidas pasuktas į šoną. Žiūrėkite tiesiai į kamerą.",
    eyes_hidden: "Akys blogai matomos. Nusiimkite tamsius akinius ir neužsimerkite.",
    blurred: "Nuotrauka neryški. Nejudinkite kameros ir nuvalykite objektyvą.",
    too_dark: "Nuotrauka per tamsi. Fotografuokite ten, kur daugiau šviesos.",
    too_bright: "Nuotrauka per šviesi. Nusisukite nuo stiprios šviesos.",
    uneven_background: "Fonas nevienodas. Stovėkite prieš šviesią sieną be raštų ir šešėlių.",
  },
};
