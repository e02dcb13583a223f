import type { Words } from "./nb";

export const en: Words = {
  name: "HSE card",
  language: "Language",
  checking: "Checking …",
  verdicts: { valid: "VALID", invalid: "INVALID", unconfirmed: "CANNOT BE CONFIRMED" },
  sentences: {
    valid: "The card is in order right now.",
    invalid: "The card cannot be used as it is now.",
    unconfirmed: "We cannot say whether the card is in order. That does not mean it is invalid.",
  },
  because: {
    code_too_old: "The code is too old. It may be a picture, or a clock that is wrong.",
    code_from_future: "The code is from the future. One of the clocks is wrong.",
    clock_behind: "The clock on your phone is wrong.",
    data_too_old: "It is too long since this phone was in contact with the issuer.",
    no_key_set: "This phone has not been in contact with the issuer yet.",
    not_yet_valid: "The card is not valid yet.",
    code_damaged: "Only parts of the code were read.",
    forged: "The code was not made by the issuer and the phone that the card belongs to.",
    unknown_issuer_key: "The card is signed with a key that we do not know yet.",
    card_newer_than_data: "The card is newer than the data on this phone.",
    other: "The code could not be used.",
  },
  whatNow: "What now?",
  now: {
    valid: [
      "See that the name and the photo match the person in front of you.",
      "See that the company is the one you agreed with.",
      "Valid means that the company is registered and that the worker is reported to the authorities. It says nothing about the quality of the work.",
    ],
    invalid: [
      "Tell the worker. It is often the employer who has to mend it.",
      "Call the company and ask.",
      "You may wait with letting the work begin until the card is in order.",
    ],
    unconfirmed: [
      "Ask to see the code on the phone once more, and scan it again.",
      "Check that the clocks of both phones are right, and that you have network.",
      "Or ask for the card number and the six digits below the code, and enter them below.",
    ],
  },
  holder: "Name",
  company: "Company",
  organisationNumber: "Organisation number",
  industry: "Industry",
  cardNumber: "Card number",
  industries: {
    construction: "Construction",
    cleaning: "Cleaning",
    car_care: "Car care, wheel change and wheel storage",
  },
  codeAge: (age) => `The code was ${age} old.`,
  dataAge: (age) => `The data is ${age} old.`,
  online: "Checked with the issuer now.",
  checkedAt: (time) => `Checked at ${time}.`,
  photo: "Show the photo on the card",
  photoNote: "The photo comes from the issuer, who can then see that someone looks at it.",
  photoOf: (name) => `Photo of ${name}`,
  photoFailed: "The photo could not be fetched.",
  another: "Scan the next code with your phone's camera.",
  welcome: "Check an HSE card",
  scan: "Open the camera on your phone and hold it towards the code on the worker's screen.",
  noKeys: "We cannot reach the issuer. Check that you have network.",
  tryAgain: "Try again",
  typed: "Can the code not be read?",
  typedHint: "Enter the card number and the six digits below the code. Needs network.",
  digits: "Six digits",
  submit: "Check",
  typedFaults: {
    wrong: "The card number or the digits are wrong, or the digits are used. Ask for new ones.",
    limited: "Too many tries for this card. Wait a few minutes.",
    malformed: "The card number has seven digits, the code six.",
    offline: "We cannot reach the issuer. Check that you have network.",
  },
  about: "About the HSE card",
  questions: [
    {
      question: "What is the HSE card?",
      answer:
        "A card that everyone who works in construction, cleaning and car care in Norway must have. It shows who they are and whom they work for.",
    },
    {
      question: "How do I know that this page is real?",
      answer:
        "Look at the address at the top of the browser. It must be the issuer's. A false code may lead to a false page that says all is well.",
    },
    {
      question: "Why does a screenshot not work?",
      answer: "The code changes every ten seconds. A picture is old before it can be used.",
    },
    {
      question: "Will anyone know that I checked?",
      answer:
        "No. The code is read in your browser and sent to nobody. Only when you ask for the photo or enter digits do we ask the issuer.",
    },
  ],
};
