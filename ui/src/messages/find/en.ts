import { formats } from "../format";
import type { Find } from "./nb";

const f = formats("en-GB");

export const en: Find = {
  title: "Look up without a code",
  label: "Number, name or company",
  hint: "National number, D-number, card number, organisation number, or a name, with a birth date if you have it. Nothing of the look-up is stored.",
  found: (count) => (count === 1 ? "One result" : `${f.count(count)} results`),
  none: "Nothing was found.",
  more: "There are more results. Type more to see them.",
  moreWorkers: "Show more",
  born: (date) => `Born ${date}`,
  workers: (count) => (count === 1 ? "One card" : `${f.count(count)} cards`),
  subUnit: "Sub-unit",
  back: "Back to the results",
  expect: "This employer should be here",
  expecting: (name) => `Should be here: ${name}`,
  expectAnyone: "Clear the choice",
  nationalId: "National number or D-number",
  birthDate: "Birth date",
  card: "Card number",
  phone: "On the phone since",
  noPhone: "Not on any phone",
  phoneReplaced: "The code comes from a phone that the card has been moved from.",
  inFull: "All employments on the card",
  noEmployments: "No employments on the card.",
  unknownCompany: "Unknown company",
  presented: "This one was shown",
  accepted: "The industry is accepted here",
  notAccepted: "The industry is not accepted here",
  expected: "The employer that should be here",
  notExpected: "Not the employer that should be here",
  valid: (from, until) => `From ${from} to ${until}`,
  history: "What has happened",
  noHistory: "Nothing has changed.",
  came: "Invalid",
  went: "In order again",
  age: (age) => `This information is ${age} old.`,
  notHere: "The card is not in this device's index. Update the data and try again.",
  index: {
    held: (cards, age) => `Look-up: ${f.count(cards)} cards, ${age} old`,
    none: "Look-up: nothing on this device yet",
    waiting: (bytes) => `${bytes} of the index have come. The rest comes when you update again.`,
    applying: (done, total) => `Taking in: ${done} of ${total} cards`,
    interrupted: "The connection broke off. Update again to go on where it stopped.",
    until: (date) => `Deleted ${date} unless the device has contact before`,
  },
  custody: {
    locked: (date) =>
      `Look-up is locked: the device should have had contact before ${date}. Without contact the index is deleted in an hour. Check that the clock is right, and update.`,
    wiped: (date) =>
      `The index was deleted ${date} because the device had had no contact for a long time. Update to get it back.`,
    revoked: (date) =>
      `The office has withdrawn this device's access. All it knew was deleted ${date}. Ask the office for a new link if that was a mistake.`,
  },
};
