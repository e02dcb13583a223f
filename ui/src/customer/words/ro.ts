import type { Words } from "./nb";

export const ro: Words = {
  name: "Card HMS",
  language: "Limba",
  checking: "Se verifică …",
  verdicts: { valid: "VALABIL", invalid: "NEVALABIL", unconfirmed: "NU POATE FI CONFIRMAT" },
  sentences: {
    valid: "Cardul este în regulă chiar acum.",
    invalid: "Cardul nu poate fi folosit în starea actuală.",
    unconfirmed: "Nu putem spune dacă acest card este în regulă. Asta nu înseamnă că nu este valabil.",
  },
  because: {
    code_too_old: "Codul este prea vechi. Poate fi o fotografie sau un ceas greșit.",
    code_from_future: "Codul este din viitor. Unul dintre ceasuri este greșit.",
    clock_behind: "Ceasul telefonului dumneavoastră este greșit.",
    data_too_old: "A trecut prea mult timp de când acest telefon a luat legătura cu emitentul.",
    no_key_set: "Acest telefon nu a luat încă legătura cu emitentul.",
    not_yet_valid: "Cardul nu este încă valabil.",
    code_damaged: "A fost citită doar o parte din cod.",
    forged: "Codul nu a fost creat de emitent și de telefonul căruia îi aparține cardul.",
    unknown_issuer_key: "Cardul este semnat cu o cheie pe care nu o cunoaștem încă.",
    card_newer_than_data: "Cardul este mai nou decât datele de pe acest telefon.",
    other: "Codul nu a putut fi folosit.",
  },
  whatNow: "Ce urmează?",
  now: {
    valid: [
      "Verificați dacă numele și fotografia corespund persoanei din fața dumneavoastră.",
      "Verificați dacă firma este cea cu care v-ați înțeles.",
      "Valabil înseamnă că firma este înregistrată și că lucrătorul este declarat autorităților. Nu spune nimic despre calitatea muncii.",
    ],
    invalid: [
      "Spuneți-i lucrătorului. De multe ori angajatorul trebuie să corecteze problema.",
      "Sunați la firmă și întrebați.",
      "Puteți aștepta cu începerea lucrului până când cardul este în regulă.",
    ],
    unconfirmed: [
      "Cereți să vedeți încă o dată codul pe telefon și scanați-l din nou.",
      "Verificați dacă ceasurile ambelor telefoane sunt corecte și dacă aveți internet.",
      "Sau cereți numărul cardului și cele șase cifre de sub cod și introduceți-le mai jos.",
    ],
  },
  holder: "Nume",
  company: "Firmă",
  organisationNumber: "Număr de organizație",
  industry: "Domeniu",
  cardNumber: "Numărul cardului",
  industries: {
    construction: "Construcții",
    cleaning: "Curățenie",
    car_care: "Îngrijire auto, schimb și depozitare de roți",
  },
  codeAge: (age) => `Vechimea codului: ${age}.`,
  dataAge: (age) => `Vechimea datelor: ${age}.`,
  online: "Verificat acum la emitent.",
  checkedAt: (time) => `Verificat la ${time}.`,
  photo: "Arată fotografia de pe card",
  photoNote: "Fotografia vine de la emitent, care poate vedea atunci că cineva o privește.",
  photoOf: (name) => `Fotografie: ${name}`,
  photoFailed: "Fotografia nu a putut fi obținută.",
  another: "Scanați următorul cod cu camera telefonului.",
  welcome: "Verificați un card HMS",
  scan: "Deschideți camera telefonului și îndreptați-o spre codul de pe ecranul lucrătorului.",
  noKeys: "Nu putem lua legătura cu emitentul. Verificați dacă aveți internet.",
  tryAgain: "Încercați din nou",
  typed: "Codul nu poate fi citit?",
  typedHint: "Introduceți numărul cardului și cele șase cifre de sub cod. Necesită internet.",
  digits: "Șase cifre",
  submit: "Verificați",
  typedFaults: {
    wrong: "Numărul cardului sau cifrele sunt greșite ori cifrele au fost deja folosite. Cereți altele.",
    limited: "Prea multe încercări pentru acest card. Așteptați câteva minute.",
    malformed: "Numărul cardului are șapte cifre, iar codul șase.",
    offline: "Nu putem lua legătura cu emitentul. Verificați dacă aveți internet.",
  },
  about: "Despre cardul HMS",
  questions: [
    {
      question: "Ce este cardul HMS?",
      answer:
        "Un card pe care trebuie să îl aibă toți cei care lucrează în Norvegia în construcții, curățenie și îngrijire auto. Arată cine sunt și pentru cine lucrează.",
    },
    {
      question: "Cum știu că această pagină este adevărată?",
      answer:
        "Uitați-vă la adresa din partea de sus a browserului. Trebuie să fie a emitentului. Un cod fals poate duce la o pagină falsă care spune că totul este în regulă.",
    },
    {
      question: "De ce nu merge o captură de ecran?",
      answer: "Codul se schimbă la fiecare zece secunde. O fotografie este veche înainte de a putea fi folosită.",
    },
    {
      question: "Află cineva că am verificat?",
      answer:
        "Nu. Codul este citit în browserul dumneavoastră și nu este trimis nimănui. Întrebăm emitentul doar când cereți fotografia sau introduceți cifre.",
    },
  ],
};
