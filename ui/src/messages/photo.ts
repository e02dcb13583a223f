import { language } from "./index.svelte";
import type { LanguageCode } from "./languages";

/** What may be wrong with a photo, as the service names it. */
export const PHOTO_FAULTS = [
  "too_few_pixels",
  "no_face",
  "several_faces",
  "face_too_small",
  "face_too_large",
  "off_centre",
  "tilted",
  "turned",
  "eyes_hidden",
  "blurred",
  "too_dark",
  "too_bright",
  "uneven_background",
] as const;
export type PhotoFault = (typeof PHOTO_FAULTS)[number];

/** What became of a photo that was not refused. */
export type HandedInPhoto =
  | { state: "accepted"; digest: string }
  | { state: "waiting"; photo: number; doubts: PhotoFault[] };

export interface PhotoWords {
  /** A person has to look at it. */
  waits: string;
  /** A person has to look at it, and hasn't yet. */
  waiting: (date: string) => string;
  /** A person has rejected it. */
  rejected: (date: string) => string;
  /** What the worker can do about that. */
  worker: string;
  /** What the employer can do about that. */
  employer: string;
  faults: Record<PhotoFault, string>;
}

export const PHOTO_WORDS: Record<LanguageCode, PhotoWords> = {
  nb: {
    waits: "Bildet er mottatt. Et menneske ser på det før det kommer på kortet:",
    waiting: (date) => `Et menneske skal se på bildet som ble levert ${date}, før det kommer på kortet.`,
    rejected: (date) => `Bildet ble ikke godkjent ${date}`,
    worker: "Gi arbeidsgiveren et nytt bilde, eller ta det med til kontoret som utsteder kortet. Kortet ditt er som før.",
    employer: "Be arbeidstakeren om et nytt bilde, og legg det til her. Går det ikke, kan kontoret som utsteder kortet, ta det imot.",
    faults: {
      too_few_pixels: "Bildet har for få bildepunkter. Ta det med kameraet, ikke av en skjerm.",
      no_face: "Vi fant ikke noe ansikt. Se rett inn i kameraet, med lys på ansiktet.",
      several_faces: "Det er flere ansikter. Bare den som skal ha kortet, kan være med.",
      face_too_small: "Ansiktet er for lite. Gå nærmere kameraet.",
      face_too_large: "Ansiktet er for stort. Gå lenger unna, så hele hodet er med.",
      off_centre: "Ansiktet er ikke midt i bildet.",
      tilted: "Hodet heller til siden. Hold hodet og kameraet rett.",
      turned: "Ansiktet er vendt til siden. Se rett inn i kameraet.",
      eyes_hidden: "Øynene synes ikke godt. Ta av mørke briller, og hold øynene åpne.",
      blurred: "Bildet er uskarpt. Hold kameraet i ro, og puss linsen.",
      too_dark: "Bildet er for mørkt. Ta det der det er mer lys.",
      too_bright: "Bildet er for lyst. Snu deg bort fra sterkt lys.",
      uneven_background: "Bakgrunnen er ikke jevn. Stå foran en lys vegg uten mønster og skygger.",
    },
  },
  nn: {
    waits: "Biletet er motteke. Eit menneske ser på det før det kjem på kortet:",
    waiting: (date) => `Eit menneske skal sjå på biletet som vart levert ${date}, før det kjem på kortet.`,
    rejected: (date) => `Biletet vart ikkje godkjent ${date}`,
    worker: "Gje arbeidsgivaren eit nytt bilete, eller ta det med til kontoret som skriv ut kortet. Kortet ditt er som før.",
    employer: "Be arbeidstakaren om eit nytt bilete, og legg det til her. Går det ikkje, kan kontoret som skriv ut kortet, ta imot det.",
    faults: {
      too_few_pixels: "Biletet har for få biletpunkt. Ta det med kameraet, ikkje av ein skjerm.",
      no_face: "Vi fann ikkje noko andlet. Sjå rett inn i kameraet, med lys på andletet.",
      several_faces: "Det er fleire andlet. Berre den som skal ha kortet, kan vere med.",
      face_too_small: "Andletet er for lite. Gå nærare kameraet.",
      face_too_large: "Andletet er for stort. Gå lenger unna, så heile hovudet er med.",
      off_centre: "Andletet er ikkje midt i biletet.",
      tilted: "Hovudet hallar til sida. Hald hovudet og kameraet rett.",
      turned: "Andletet er vendt til sida. Sjå rett inn i kameraet.",
      eyes_hidden: "Auga syner ikkje godt. Ta av mørke briller, og hald auga opne.",
      blurred: "Biletet er uskarpt. Hald kameraet i ro, og puss linsa.",
      too_dark: "Biletet er for mørkt. Ta det der det er meir lys.",
      too_bright: "Biletet er for lyst. Snu deg bort frå sterkt lys.",
      uneven_background: "Bakgrunnen er ikkje jamn. Stå framfor ein lys vegg utan mønster og skuggar.",
    },
  },
  en: {
    waits: "The photo has been received. A person looks at it before it is on the card:",
    waiting: (date) => `A person has to look at the photo that was handed in on ${date} before it is on the card.`,
    rejected: (date) => `The photo was not accepted on ${date}`,
    worker: "Give your employer another photo, or take one to the office that issues the card. Your card is as it was.",
    employer: "Ask the worker for another photo, and add it here. If that does not work, the office that issues the card can take it.",
    faults: {
      too_few_pixels: "The picture has too few pixels. Take it with the camera, not from a screen.",
      no_face: "No face was found. Look straight into the camera, with light on the face.",
      several_faces: "There is more than one face. Only the person who gets the card may be in the picture.",
      face_too_small: "The face is too small. Go closer to the camera.",
      face_too_large: "The face is too large. Go further away, so that the whole head is seen.",
      off_centre: "The face is not in the middle of the picture.",
      tilted: "The head leans to one side. Hold the head and the camera straight.",
      turned: "The face is turned to one side. Look straight into the camera.",
      eyes_hidden: "The eyes are not clearly seen. Take off dark glasses, and keep the eyes open.",
      blurred: "The picture is blurred. Hold the camera still, and clean its lens.",
      too_dark: "The picture is too dark. Take it where there is more light.",
      too_bright: "The picture is too bright. Turn away from strong light.",
      uneven_background: "The background is not even. Stand before a plain, light wall without shadows.",
    },
  },
  pl: {
    waits: "Zdjęcie zostało przyjęte. Zanim trafi na kartę, obejrzy je człowiek:",
    waiting: (date) => `Zdjęcie złożone ${date} musi obejrzeć człowiek, zanim trafi na kartę.`,
    rejected: (date) => `Zdjęcie nie zostało przyjęte ${date}`,
    worker: "Przekaż pracodawcy nowe zdjęcie albo przynieś je do urzędu, który wydaje kartę. Karta pozostaje bez zmian.",
    employer: "Poproś pracownika o nowe zdjęcie i dodaj je tutaj. Jeśli to niemożliwe, zdjęcie może przyjąć urząd, który wydaje kartę.",
    faults: {
      too_few_pixels: "Zdjęcie ma za mało pikseli. Zrób je aparatem, nie z ekranu.",
      no_face: "Nie znaleziono twarzy. Patrz prosto w aparat, z oświetloną twarzą.",
      several_faces: "Na zdjęciu jest więcej twarzy. Może być tylko osoba, która otrzyma kartę.",
      face_too_small: "Twarz jest za mała. Podejdź bliżej aparatu.",
      face_too_large: "Twarz jest za duża. Odsuń się, aby było widać całą głowę.",
      off_centre: "Twarz nie jest na środku zdjęcia.",
      tilted: "Głowa jest przechylona. Trzymaj głowę i aparat prosto.",
      turned: "Twarz jest odwrócona w bok. Patrz prosto w aparat.",
      eyes_hidden: "Oczy nie są dobrze widoczne. Zdejmij ciemne okulary i miej otwarte oczy.",
      blurred: "Zdjęcie jest nieostre. Trzymaj aparat nieruchomo i wyczyść obiektyw.",
      too_dark: "Zdjęcie jest za ciemne. Zrób je tam, gdzie jest więcej światła.",
      too_bright: "Zdjęcie jest za jasne. Odwróć się od silnego światła.",
      uneven_background: "Tło nie jest jednolite. Stań przed jasną ścianą bez wzorów i cieni.",
    },
  },
  lt: {
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
  },
  ro: {
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
  },
};

/** What is, or may be, wrong with a photo, in the language that is spoken. */
export const faultsSaid = (faults: PhotoFault[]): string =>
  faults.map((fault) => PHOTO_WORDS[language.code].faults[fault]).join(" ");

export const waitsSaid = (doubts: PhotoFault[]): string =>
  `${PHOTO_WORDS[language.code].waits} ${faultsSaid(doubts)}`;

/** A photo that a person looks at, or has rejected. */
export type PhotoNotice = { state: "waiting"; since: string } | { state: "rejected"; reason: PhotoFault; at: string };
