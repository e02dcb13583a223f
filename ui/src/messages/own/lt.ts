import { formats } from "../format";
import type { Own } from "./nb";

const f = formats("lt-LT");

export const lt: Own = {
  unlock: {
    left: (left) => `Liko bandymų: ${f.count(left)}.`,
    wait: (time) => `Vėl bandyti galėsite ${time}.`,
    title: "Kortelė užrakinta",
    label: "PIN kodas",
    submit: "Atrakinti",
    forgot: "Pamiršote PIN kodą?",
    forgotText: "Niekas negali jo atkurti. Pašalinkite kortelę iš telefono ir paprašykite naujo aktyvavimo kodo.",
  },
  pin: {
    title: "Kortelės PIN kodas",
    off: "Kiekvienas, turintis jūsų atrakintą telefoną, gali parodyti kortelę. Su PIN kodu tai galite tik jūs.",
    on: "Kortelė prašo PIN kodo ją atidarant ir kai minutę buvo nematoma.",
    set: "Nustatyti PIN",
    change: "Pakeisti PIN",
    clear: "Išjungti PIN",
    current: "Dabartinis PIN",
    fresh: "Naujas PIN (nuo 4 iki 8 skaitmenų)",
    repeat: "Naujas PIN dar kartą",
    differ: "Kodai nesutampa. Įrašykite naują PIN du kartus.",
    missing: "Užpildykite visus laukus.",
    saved: "PIN išsaugotas.",
    cleared: "PIN išjungtas.",
  },
  remove: {
    title: "Pašalinti kortelę iš šio telefono",
    text: "Kortelės raktas bus ištrintas. Kortelei susigrąžinti reikės naujo aktyvavimo kodo.",
    ask: "Pašalinti kortelę",
    sure: "Ar tikrai? To atšaukti negalima.",
    yes: "Taip, pašalinti kortelę",
  },
  check: {
    title: "Ar mano kortelė dabar praeitų patikrą?",
    text: "Ta pati patikra, kurią atlieka inspektoriai ir klientai, jūsų pačių kortelei.",
    submit: "Patikrinti mano kortelę",
    again: "Patikrinti dar kartą",
    verdicts: {
      valid: "Taip. Kortelė praeina patikrą.",
      invalid: "Ne. Kortelė rodoma kaip negaliojanti.",
      unconfirmed: "Neaišku. Patikra neduotų tikro atsakymo.",
    },
    counts: "Kur kortelė galioja",
    yes: "Taip",
    no: "Ne",
    refresh: {
      headline: "Telefonas nežino pakankamai, kad atsakytų",
      text: "Prisijunkite prie tinklo ir atnaujinkite kortelę. Jūsų kodas vis tiek veikia.",
    },
    clock: {
      headline: "Telefono laikrodis rodo netikslų laiką",
      text: "Nustatymuose įjunkite automatinę datą ir laiką. Kitaip kodas kitiems atrodo senas.",
    },
    renew: {
      headline: "Kortelę turi atnaujinti išdavėjas",
      text: "Prisijunkite prie tinklo ir atnaujinkite kortelę. Naują gausite savaime.",
    },
    notYet: {
      headline: "Darbo santykiai dar neprasidėjo",
      text: "Kortelė galioja nuo darbdavio nurodytos dienos.",
    },
    other: {
      headline: "Patikra rado klaidą",
      text: "Atnaujinkite kortelę. Jei nepadeda, kreipkitės į išdavėją.",
    },
  },
  warnings: {
    title: "Greitai nebegalios",
    from: (date) => `Nuo ${date} kortelė nebegalios:`,
  },
  history: {
    title: "Kas vyko su kortele",
    none: "Niekas nepasikeitė.",
    came: "Negalioja",
    went: "Vėl tvarkoje",
  },
  offline: (date) =>
    `Kodas veikia be tinklo iki ${date} Tačiau be tinklo nesužinosite, jei kas nors pasikeitė.`,
  paper: {
    title: "Kodas popieriuje",
    text: "Jei baterija gali išsikrauti: atsispausdinkite lapą su kodu, galiojančiu tris paras. Popierių galima nukopijuoti, todėl patikra niekada neparodys „galioja“, o tikrinantysis paprašys telefono.",
    submit: "Sukurti lapą (PDF)",
    saved: (file) => `Lapas išsaugotas: ${file}`,
    sheet: {
      title: "HMS kortelė popieriuje (HMS-kort på papir)",
      warning:
        "Nepatvirtinta. Popierių galima nukopijuoti. Paprašykite parodyti kortelę telefone. – Ikke bekreftet. Be om å få se kortet på telefonen.",
      until: (date) => `Šio lapo kodas galioja iki ${date}. Nuskaitykite jį kamera arba inspektoriaus programėlėje.`,
    },
  },
  googleWallet: {
    title: "„Google“ piniginė (Google Wallet)",
    text: "Kortelę galite turėti ir „Google Wallet“. Tai mažiau saugu nei programėlė: paslaptį turi „Google“, o inspektoriai prašys programėlės.",
    submit: "Pridėti į „Google Wallet“",
    opened: "„Google Wallet“ atidaryta. Užbaikite ten.",
    copy: "Atidarykite šią nuorodą telefone:",
  },
  places: {
    remember: "Įsiminti pasirinkimą vietoje, kurioje dabar esu",
    text: "Vieta saugoma tik šioje programėlėje ir tik maždaug šimto metrų tikslumu.",
    remembered: "Įsiminta. Kitą kartą čia bus pasirinkta ši įmonė.",
    none: "Nepavyko nustatyti, kur esate. Leiskite programėlei naudoti vietą ir bandykite dar kartą.",
    chosen: "Pasirinkta, nes esate įsimintoje vietoje.",
    forget: "Pamiršti visas vietas",
    forgotten: "Vietos pamirštos.",
  },
  help: {
    title: "Pagalba: naujas, pamestas ar sugedęs telefonas",
    items: [
      {
        question: "Turiu naują telefoną",
        answer:
          "Paprašykite darbdavio arba išdavėjo naujo aktyvavimo kodo ir įrašykite jį naujame telefone. Kortelė senajame nustos veikti savaime.",
      },
      {
        question: "Pamečiau telefoną",
        answer:
          "Iš karto praneškite išdavėjui, ir kortelė bus užblokuota. Ją gausite naujame telefone su nauju aktyvavimo kodu.",
      },
      {
        question: "Kažkas nori atimti mano kortelę",
        answer:
          "Kortelę gali atimti tik inspektoriai, ir jie turi pasakyti kodėl. Jūsų darbdavys gaus pranešimą ir galės skųstis arba pateikti naują prašymą.",
      },
    ],
  },
};
