import type { Words } from "./nb";

export const nn: Words = {
  name: "HMS-kort",
  language: "Språk",
  checking: "Kontrollerer …",
  verdicts: { valid: "GYLDIG", invalid: "UGYLDIG", unconfirmed: "KAN IKKJE STADFESTAST" },
  sentences: {
    valid: "Kortet er i orden akkurat no.",
    invalid: "Kortet kan ikkje brukast slik det er no.",
    unconfirmed: "Vi kan ikkje seie om kortet er i orden. Det tyder ikkje at det er ugyldig.",
  },
  because: {
    code_too_old: "Koden er for gammal. Det kan vere eit bilete, eller ei klokke som går feil.",
    code_from_future: "Koden er frå framtida. Ei av klokkene går feil.",
    clock_behind: "Klokka på telefonen din går feil.",
    data_too_old: "Det er for lenge sidan denne telefonen hadde kontakt med utferdaren.",
    no_key_set: "Denne telefonen har ikkje hatt kontakt med utferdaren enno.",
    not_yet_valid: "Kortet gjeld ikkje enno.",
    code_damaged: "Berre delar av koden vart lesne.",
    forged: "Koden er ikkje laga av utferdaren og telefonen som kortet høyrer til.",
    unknown_issuer_key: "Kortet er signert med ein nøkkel vi ikkje kjenner enno.",
    card_newer_than_data: "Kortet er nyare enn opplysningane på denne telefonen.",
    other: "Koden kunne ikkje brukast.",
  },
  whatNow: "Kva no?",
  now: {
    valid: [
      "Sjå at namnet og biletet passar med den som står framfor deg.",
      "Sjå at verksemda er den du har avtala med.",
      "Gyldig tyder at verksemda er registrert og at arbeidstakaren er meld til styresmaktene. Det seier ikkje noko om kvaliteten på arbeidet.",
    ],
    invalid: [
      "Sei det til arbeidstakaren. Det er ofte arbeidsgivaren som må rette feilen.",
      "Ring verksemda og spør.",
      "Du kan vente med å la arbeidet byrje til kortet er i orden.",
    ],
    unconfirmed: [
      "Be om å få sjå koden på telefonen éin gong til, og skann han på nytt.",
      "Sjekk at klokka på begge telefonane går rett, og at du har nett.",
      "Eller be om kortnummeret og dei seks sifra under koden, og skriv dei inn nedanfor.",
    ],
  },
  holder: "Namn",
  company: "Verksemd",
  organisationNumber: "Organisasjonsnummer",
  industry: "Bransje",
  cardNumber: "Kortnummer",
  industries: {
    construction: "Bygg og anlegg",
    cleaning: "Reinhald",
    car_care: "Bilpleie, hjulskift og hjullagring",
  },
  codeAge: (age) => `Koden var ${age} gammal.`,
  dataAge: (age) => `Opplysningane er ${age} gamle.`,
  online: "Sjekka hos utferdaren no.",
  checkedAt: (time) => `Kontrollert ${time}.`,
  photo: "Vis biletet på kortet",
  photoNote: "Biletet blir henta frå utferdaren, som då kan sjå at nokon ser på det.",
  photoOf: (name) => `Bilete av ${name}`,
  photoFailed: "Biletet kunne ikkje hentast.",
  another: "Skann neste kode med kameraet på telefonen.",
  welcome: "Kontroller eit HMS-kort",
  scan: "Opne kameraet på telefonen og hald det mot koden på skjermen til arbeidstakaren.",
  noKeys: "Vi får ikkje kontakt med utferdaren. Sjekk at du har nett.",
  tryAgain: "Prøv igjen",
  typed: "Kan ikkje koden lesast?",
  typedHint: "Skriv kortnummeret og dei seks sifra som står under koden. Krev nett.",
  digits: "Seks siffer",
  submit: "Kontroller",
  typedFaults: {
    wrong: "Kortnummeret eller sifra stemmer ikkje, eller sifra er brukte. Be om nye.",
    limited: "For mange forsøk på dette kortet. Vent nokre minutt.",
    malformed: "Kortnummeret har sju siffer, koden seks.",
    offline: "Vi får ikkje kontakt med utferdaren. Sjekk at du har nett.",
  },
  about: "Om HMS-kortet",
  questions: [
    {
      question: "Kva er HMS-kortet?",
      answer:
        "Eit kort som alle som arbeider i bygg og anlegg, reinhald og bilpleie må ha. Det viser kven dei er og kven dei arbeider for.",
    },
    {
      question: "Korleis veit eg at denne sida er ekte?",
      answer:
        "Sjå på adressa øvst i nettlesaren. Ho skal vere utferdaren si. Ein falsk kode kan føre til ei falsk side som seier at alt er i orden.",
    },
    {
      question: "Kvifor verkar ikkje eit skjermbilete?",
      answer: "Koden blir bytt kvart tiande sekund. Eit bilete er gammalt før det kan brukast.",
    },
    {
      question: "Får nokon vite at eg har kontrollert?",
      answer:
        "Nei. Koden blir lesen i nettlesaren din og blir ikkje send til nokon. Berre når du ber om biletet eller skriv inn siffer, spør vi utferdaren.",
    },
  ],
};
