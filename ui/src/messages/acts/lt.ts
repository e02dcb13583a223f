import type { ActWords } from "./nb";

export const lt: ActWords = {
  errors: {
    act_not_allowed: {
      happened: "Jūsų institucija negali to daryti su kortele.",
      todo: "Kreipkitės į instituciją, kuri gali.",
    },
    act_waiting: {
      happened: "Tai jau nuspręsta ir laukia išsiuntimo.",
      todo: "Žiūrėkite sprendimų sąrašą.",
    },
    act_sent: {
      happened: "Sprendimas galėjo būti gautas, čia jo atšaukti nebegalima.",
      todo: "Paprašykite korteles išduodančios įstaigos jį panaikinti.",
    },
    act_unfit: {
      happened: "Priežastis ir paaiškinimas netinka sprendimui.",
      todo: "Pasirinkite kitą priežastį arba parašykite paaiškinimą, ne ilgesnį kaip 500 ženklų.",
    },
  },
  grounds: {
    not_employed: "Darbuotojas nedirba šioje įmonėje",
    no_contract: "Nėra rašytinės darbo sutarties",
    wrong_industry: "Kortelė skirta kitai šakai nei darbas",
    undeclared_work: "Apie darbą nepranešta institucijoms",
    no_right_to_work: "Darbuotojas neturi teisės dirbti šio darbo",
    false_information: "Kortelė išduota pagal neteisingus duomenis",
    used_by_another: "Kortele naudojosi kitas asmuo",
    other: "Kita priežastis, nurodyta paaiškinime",
  },
  authorities: {
    arbeidstilsynet: "Arbeidstilsynet",
    havindustritilsynet: "Havindustritilsynet",
    skatteetaten: "Skatteetaten",
    politiet: "policija",
  },
  done: {
    remove_employment: "Darbo santykiai pašalinti iš kortelės",
    seize_card: "Kortelė paimta",
  },
  decide: {
    title: "Sprendimai",
    kinds: {
      remove_employment: "Pašalinti darbo santykius",
      seize_card: "Paimti kortelę",
    },
    what: {
      remove_employment: (company) =>
        `Darbo santykiai su ${company} pašalinami iš kortelės. Darbdavys turi teikti naują prašymą.`,
      seize_card: (holder) =>
        `Paimama visa kortelė (${holder}) su visais darbo santykiais. Darbdaviai turi teikti naujus prašymus.`,
    },
    ground: "Priežastis",
    note: "Paaiškinimas",
    noteHint: "Jį perskaitys darbuotojas ir darbdavys. Ne daugiau kaip 500 ženklų.",
    missing: "Pasirinkite priežastį.",
    missingNote: "Šiai priežasčiai reikia paaiškinimo.",
    cancel: "Atšaukti",
    kept: "Sprendimas išsaugotas. Netrukus jis bus išsiųstas, iki tol jį galima atšaukti.",
  },
  list: {
    title: "Sprendimai šiame įrenginyje",
    waiting: (count) => `Laukia išsiuntimo sprendimų: ${String(count)}.`,
    undo: "Atšaukti",
    send: "Siųsti dabar",
    noContact: "Nėra ryšio su paslauga. Sprendimai laukia.",
    card: (number) => `Kortelė ${number}`,
    queued: "Laukia išsiuntimo",
    sending: "Galėjo būti gautas. Bus siunčiamas dar kartą, kai bus ryšys.",
    doneAt: (date) => `Įvykdyta ${date}`,
    already: (who, date) => `Nėra ką daryti: ${who} tai padarė anksčiau, ${date}`,
    office: "įstaiga",
    card_unknown: "Neįvykdyta: tokios kortelės nėra.",
    employment_unknown: "Neįvykdyta: kortelėje nėra tokių darbo santykių.",
    refused: "Paslauga atmetė sprendimą.",
    refusedAuthority: "Paslauga atmetė sprendimą: jūsų institucija negali to daryti.",
    complained: (date) => `Skundas gautas ${date}`,
    undone: (date) => `Įstaiga panaikino ${date}`,
    restored: (date) => `Darbdavys turi naujus darbo santykius kortelėje nuo ${date}`,
  },
  notice: {
    by: (authority, date) => `Sprendimas: ${authority}, ${date}`,
    ground: "Priežastis",
    note: "Paaiškinimas",
    complain: (date) =>
      `Jūs ir darbdavys galite skųsti iki ${date}. Siųskite skundą kortelę išduodančiai įstaigai ir nurodykite numerį.`,
    late: (date) => `Skundo terminas baigėsi ${date}.`,
    number: "Numeris",
    complained: (date) => `Skundas gautas ${date}.`,
    undone: (date) => `Sprendimas panaikintas ${date}.`,
  },
};
