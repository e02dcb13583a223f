import type { Words } from "./nb";

export const lt: Words = {
  name: "HMS kortelė",
  language: "Kalba",
  checking: "Tikrinama …",
  verdicts: { valid: "GALIOJA", invalid: "NEGALIOJA", unconfirmed: "NEGALIMA PATVIRTINTI" },
  sentences: {
    valid: "Kortelė šiuo metu tvarkinga.",
    invalid: "Kortelės dabar naudoti negalima.",
    unconfirmed: "Negalime pasakyti, ar kortelė tvarkinga. Tai nereiškia, kad ji negalioja.",
  },
  because: {
    code_too_old: "Kodas per senas. Tai gali būti nuotrauka arba blogai nustatytas laikrodis.",
    code_from_future: "Kodas iš ateities. Vienas iš laikrodžių blogai nustatytas.",
    clock_behind: "Jūsų telefono laikrodis blogai nustatytas.",
    data_too_old: "Šis telefonas per seniai buvo susijungęs su išdavėju.",
    no_key_set: "Šis telefonas dar nebuvo susijungęs su išdavėju.",
    not_yet_valid: "Kortelė dar negalioja.",
    code_damaged: "Perskaityta tik dalis kodo.",
    forged: "Kodą sukūrė ne išdavėjas ir ne telefonas, kuriam priklauso kortelė.",
    unknown_issuer_key: "Kortelė pasirašyta raktu, kurio dar nežinome.",
    card_newer_than_data: "Kortelė naujesnė nei duomenys šiame telefone.",
    other: "Šio kodo panaudoti nepavyko.",
  },
  whatNow: "Ką daryti dabar?",
  now: {
    valid: [
      "Įsitikinkite, kad vardas ir nuotrauka atitinka priešais jus stovintį žmogų.",
      "Įsitikinkite, kad tai įmonė, su kuria susitarėte.",
      "„Galioja“ reiškia, kad įmonė registruota, o apie darbuotoją pranešta valdžios institucijoms. Apie darbo kokybę tai nieko nesako.",
    ],
    invalid: [
      "Pasakykite darbuotojui. Dažnai klaidą turi ištaisyti darbdavys.",
      "Paskambinkite į įmonę ir paklauskite.",
      "Galite palaukti ir leisti pradėti darbą tik tada, kai kortelė bus tvarkinga.",
    ],
    unconfirmed: [
      "Paprašykite dar kartą parodyti kodą telefone ir nuskaitykite jį iš naujo.",
      "Patikrinkite, ar abiejų telefonų laikrodžiai nustatyti teisingai ir ar yra ryšys.",
      "Arba paprašykite kortelės numerio ir šešių skaitmenų po kodu ir įveskite juos žemiau.",
    ],
  },
  holder: "Vardas ir pavardė",
  company: "Įmonė",
  organisationNumber: "Organizacijos numeris",
  industry: "Veikla",
  cardNumber: "Kortelės numeris",
  industries: {
    construction: "Statyba",
    cleaning: "Valymas",
    car_care: "Automobilių priežiūra, ratų keitimas ir saugojimas",
  },
  codeAge: (age) => `Kodo amžius: ${age}.`,
  dataAge: (age) => `Duomenų amžius: ${age}.`,
  online: "Ką tik patikrinta pas išdavėją.",
  checkedAt: (time) => `Patikrinta ${time}.`,
  photo: "Rodyti kortelės nuotrauką",
  photoNote: "Nuotrauka gaunama iš išdavėjo, kuris tada gali matyti, kad kažkas į ją žiūri.",
  photoOf: (name) => `Nuotrauka: ${name}`,
  photoFailed: "Nuotraukos gauti nepavyko.",
  another: "Kitą kodą nuskaitykite telefono kamera.",
  welcome: "Patikrinkite HMS kortelę",
  scan: "Atidarykite telefono kamerą ir nukreipkite ją į kodą darbuotojo ekrane.",
  noKeys: "Nepavyksta susijungti su išdavėju. Patikrinkite, ar yra ryšys.",
  tryAgain: "Bandyti dar kartą",
  typed: "Nepavyksta nuskaityti kodo?",
  typedHint: "Įveskite kortelės numerį ir šešis skaitmenis po kodu. Reikia ryšio.",
  digits: "Šeši skaitmenys",
  submit: "Tikrinti",
  typedFaults: {
    wrong: "Neteisingas kortelės numeris ar skaitmenys, arba jie jau panaudoti. Paprašykite naujų.",
    limited: "Per daug bandymų su šia kortele. Palaukite kelias minutes.",
    malformed: "Kortelės numeris turi septynis skaitmenis, kodas – šešis.",
    offline: "Nepavyksta susijungti su išdavėju. Patikrinkite, ar yra ryšys.",
  },
  about: "Apie HMS kortelę",
  questions: [
    {
      question: "Kas yra HMS kortelė?",
      answer:
        "Kortelė, kurią privalo turėti visi, dirbantys Norvegijoje statybose, valymo ir automobilių priežiūros srityse. Ji parodo, kas jie ir kam dirba.",
    },
    {
      question: "Kaip žinoti, kad šis puslapis tikras?",
      answer:
        "Pažiūrėkite į adresą naršyklės viršuje. Jis turi būti išdavėjo. Suklastotas kodas gali nuvesti į suklastotą puslapį, kuris teigs, kad viskas gerai.",
    },
    {
      question: "Kodėl netinka ekrano nuotrauka?",
      answer: "Kodas keičiasi kas dešimt sekundžių. Nuotrauka pasensta anksčiau, nei ją galima panaudoti.",
    },
    {
      question: "Ar kas nors sužinos, kad tikrinau?",
      answer:
        "Ne. Kodas skaitomas jūsų naršyklėje ir niekam nesiunčiamas. Išdavėjo klausiame tik tada, kai prašote nuotraukos arba įvedate skaitmenis.",
    },
  ],
};
