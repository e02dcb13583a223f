import type { InspectionErrorCode } from "../../backend/inspections";
import { formats } from "../format";
import type { ErrorText } from "../text";
import type { InspectionWords } from "./nb";

const f = formats("en-GB");
const people = (count: number) => (count === 1 ? "1 person" : `${f.count(count)} people`);

export const errors: Record<InspectionErrorCode, ErrorText> = {
  inspection_none_open: {
    happened: "No inspection is open",
    todo: "Begin an inspection, or go on with one that is paused.",
  },
  inspection_another_open: {
    happened: "Another inspection is open",
    todo: "Pause it or end it first.",
  },
  inspection_unknown: {
    happened: "The inspection is not on this device",
    todo: "Go back and choose another one.",
  },
  inspection_no_entry: {
    happened: "The person is not in the inspection",
    todo: "Look in the list of those you have met. Somebody you look up must be in the index on the device.",
  },
  inspection_sent: {
    happened: "The report has been sent",
    todo: "The inspection can't be changed after that. Begin a new one if something is missing.",
  },
  inspection_full: {
    happened: "The inspection is full",
    todo: "An inspection takes 2000 people and 50 pictures. End it and begin a new one.",
  },
  inspection_locked: {
    happened: "The inspections are locked",
    todo: "Check that the clock is right, and update the data. Nothing is lost.",
  },
  inspection_text: {
    happened: "The text can't be stored",
    todo: "It is too long or has signs that aren't text. Correct it; what was stored before is still there.",
  },
};

export const en: InspectionWords = {
  title: "Inspection",
  none: "No inspection is open. What you check is not stored.",
  locked: (count) =>
    `${count === 1 ? "One inspection is" : `${f.count(count)} inspections are`} on this device, encrypted and locked, because the device has had no contact for a long time or its clock is wrong. Nothing is lost: they open when you update the data.`,
  begin: {
    open: "Begin an inspection",
    title: "New inspection",
    place: "Place",
    address: "Address",
    optional: "optional",
    industry: "Industry that is inspected",
    anyIndustry: "Not decided",
    others: "Others who take part",
    othersHint: "One on each line: the name, and if you like the authority or role after a colon.",
    start: "Begin",
    cancel: "Cancel",
    missing: "Write where the inspection is.",
    wrong: "A name, the place or the address is too long or has signs that aren't text.",
  },
  states: { open: "Going on", paused: "Paused", ended: "Ended", sent: "Sent" },
  began: (at) => `Began ${at}`,
  ended: (at) => `Ended ${at}`,
  totals: (met, found) => `${people(met)} met, findings for ${f.count(found)}`,
  paySlips: (count) => `Pay slips: ${f.count(count)}`,
  pause: "Pause it",
  resume: "Go on",
  end: "End",
  show: "Show",
  close: "Back",
  discard: "Discard",
  discardAsk: (place) => `Discard the inspection of ${place}? All that is in it is deleted and can't be had back.`,
  discardYes: "Yes, delete all",
  discardNo: "No, keep it",
  kept: "Inspections on this device",
  met: {
    title: "People met",
    none: "Nobody yet. Scan the first card.",
    unknown: "Unknown name",
    before: (at) => `Met at ${at}. Counted once.`,
    at: (at) => `Met at ${at}`,
    card: (number) => `Card ${number}`,
    how: {
      scanned: "The code was scanned",
      typed: "The code was typed",
      looked_up: "Looked up",
      nothing_shown: "Showed no card",
    },
    unchecked: "Not checked",
    removed: "The person has been removed from the inspection.",
    undo: "Undo",
    put: "Put into the inspection",
  },
  told: {
    open: "Person without a card",
    title: "Person without a card",
    unknownTitle: "Put into the inspection",
    unknownHint: "The code doesn't say for sure who this is. Write what the person tells.",
    hint: "Write what the person tells. All of it may be left empty.",
    name: "Name",
    born: "Birth date",
    company: "Employer",
    add: "Add",
    save: "Save",
    cancel: "Cancel",
  },
  entry: {
    title: "In the inspection",
    findings: "Findings",
    kinds: {
      no_card: "No card",
      expired: "Expired",
      invalid: "Invalid",
      wrong_employer: "Wrong employer",
      wrong_industry: "Wrong industry",
      another_persons_card: "Another person's card",
      not_shown: "Card not shown",
      other: "Other",
    },
    paySlip: "Ask for pay slips",
    note: "Note",
    saved: "Saved",
    saving: "Saving …",
    remove: "Remove from the inspection",
    judgedAgain: (at) => `Judged again ${at}`,
    since: (at) => `since ${at}`,
    next: "Next",
  },
  note: "Note on the whole inspection",
  pictures: {
    title: "Pictures of the site",
    none: "No pictures yet.",
    add: "Choose or take a picture",
    camera: "Take a picture with the camera",
    take: "Take the picture",
    hint: "The picture is stored encrypted, without place, time and camera. PNG, JPEG or WebP.",
    caption: "What the picture shows",
    remove: "Remove the picture",
    adding: "Saving the picture …",
  },
  news: {
    title: (count) => (count === 1 ? "One check has been judged again" : `${f.count(count)} checks have been judged again`),
    text: "The update shows that the answer was another one when the card was checked, or is now.",
    checked: (at, place) => `Checked ${at}, ${place}`,
    before: "from before the check",
    after: "after the check",
    seen: "I have seen it",
  },
};
