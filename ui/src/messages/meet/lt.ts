import type { MeetFault } from "../../backend/contract";
import type { ErrorText } from "../text";
import type { Meet } from "./nb";

export const lt: Meet = {
  title: "Susitinkate su inspektoriumi?",
  text: "Inspektoriai planšetėje turi savo kodą. Nuskaitykite jį, kad pamatytumėte, kas tai, arba kad gautumėte patikros patvirtinimą. Veikia be interneto.",
  picture: "Pasirinkti kodo nuotrauką",
  instead: "Vietoj to pasirinkite kodo nuotrauką.",
  reading: "Skaitomas kodas …",
  is: "Tai inspektorius",
  kept: "Patvirtinimas įrašytas telefone",
  checks: "Patikros, kurių patvirtinimus turite",
  none: "Patvirtinimų dar neturite.",
  outcomes: {
    valid: "Kortelė galiojo",
    invalid: "Kortelė negaliojo",
    unconfirmed: "Patikra nedavė tikro atsakymo",
  },
  badge: {
    title: "Parodykite, kas esate",
    text: "Darbuotojas nuskaito kodą savo programėlėje, dalyje „Susitinkate su inspektoriumi?“.",
    show: "Rodyti mano kodą",
    hide: "Slėpti kodą",
    label: "QR kodas, rodantis, kad esate inspektorius",
  },
  receipt: {
    title: "Patvirtinimas darbuotojui",
    text: "Darbuotojas jį nuskaito savo programėlėje, dalyje „Susitinkate su inspektoriumi?“.",
    show: "Duoti patvirtinimą",
    hide: "Slėpti patvirtinimą",
    label: "QR kodas su patikros patvirtinimu",
  },
};

export const errors: Record<MeetFault, ErrorText> = {
  no_badge: {
    happened: "Šis įrenginys dar neturi savo kodo.",
    todo: "Atnaujinkite duomenis internetu ir bandykite dar kartą.",
  },
  receipt_of_another: {
    happened: "Šis patvirtinimas ne jūsų kortelės.",
    todo: "Paprašykite inspektoriaus dar kartą patikrinti kortelę ir parodyti patvirtinimą.",
  },
  not_a_badge: {
    happened: "Tai ne inspektoriaus kodas.",
    todo: "Paprašykite inspektoriaus parodyti kodą planšetėje.",
  },
  badge_damaged: { happened: "Kodas nepilnas.", todo: "Nuskaitykite jį dar kartą." },
  badge_unknown_format: {
    happened: "Kodą sukūrė naujesnė programėlė.",
    todo: "Atnaujinkite programėlę ir nuskaitykite dar kartą.",
  },
  badge_foreign_issuer: {
    happened: "Kodas yra kito išdavėjo.",
    todo: "Paprašykite tarnybinio pažymėjimo. Jei abejojate, skambinkite įstaigai.",
  },
  badge_unknown_key: {
    happened: "Telefonas nežino rakto, kuriuo pasirašytas kodas.",
    todo: "Atnaujinkite kortelę internetu ir nuskaitykite dar kartą.",
  },
  badge_key_withdrawn: {
    happened: "Kodas sukurtas raktu, kuris nebegalioja.",
    todo: "Nepasitikėkite kodu. Paprašykite tarnybinio pažymėjimo ir skambinkite įstaigai.",
  },
  badge_forged: {
    happened: "Kodas suklastotas.",
    todo: "Šiuo inspektoriumi pasitikėti negalima. Skambinkite įstaigai arba policijai.",
  },
  badge_not_current: {
    happened: "Planšetė seniai nesusisiekė su išdavėju.",
    todo: "Vietoj to paprašykite tarnybinio pažymėjimo.",
  },
  badge_too_old: {
    happened: "Kodas per senas arba laikrodis eina neteisingai.",
    todo: "Nuskaitykite jį tiesiai iš planšetės ekrano.",
  },
  badge_from_future: {
    happened: "Vienas iš laikrodžių eina neteisingai.",
    todo: "Telefone įjunkite automatinį laiką ir nuskaitykite dar kartą.",
  },
};
