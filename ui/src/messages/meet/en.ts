import type { MeetFault } from "../../backend/contract";
import type { ErrorText } from "../text";
import type { Meet } from "./nb";

export const en: Meet = {
  title: "Meeting an inspector?",
  text: "Inspectors have a code of their own on the tablet. Scan it to see who it is, or to get a receipt after the check. It works without network.",
  picture: "Choose a picture of the code",
  instead: "Choose a picture of the code instead.",
  reading: "Reading the code …",
  is: "This is an inspector",
  kept: "The receipt is saved on this phone",
  checks: "Checks you have receipts for",
  none: "You have no receipts yet.",
  outcomes: {
    valid: "The card was valid",
    invalid: "The card was invalid",
    unconfirmed: "The check gave no certain answer",
  },
  badge: {
    title: "Show who you are",
    text: "The worker scans the code in the app, under “Meeting an inspector?”.",
    show: "Show my code",
    hide: "Hide the code",
    label: "QR code that shows that you are an inspector",
  },
  receipt: {
    title: "Receipt for the worker",
    text: "The worker scans it in the app, under “Meeting an inspector?”.",
    show: "Give a receipt",
    hide: "Hide the receipt",
    label: "QR code with a receipt of the check",
  },
};

export const errors: Record<MeetFault, ErrorText> = {
  no_badge: {
    happened: "This device has no code of its own yet.",
    todo: "Update the data with network, and try again.",
  },
  receipt_of_another: {
    happened: "This receipt is not for your card.",
    todo: "Ask the inspector to check your card again and show the receipt.",
  },
  not_a_badge: {
    happened: "This is not an inspector's code.",
    todo: "Ask the inspector to show the code on the tablet.",
  },
  badge_damaged: { happened: "The code is incomplete.", todo: "Scan it once more." },
  badge_unknown_format: {
    happened: "The code was made by a newer app.",
    todo: "Update the app, and scan again.",
  },
  badge_foreign_issuer: {
    happened: "The code comes from another issuer.",
    todo: "Ask for an official ID. Call the authority if you are in doubt.",
  },
  badge_unknown_key: {
    happened: "This phone does not know the key behind the code.",
    todo: "Refresh the card with network, and scan again.",
  },
  badge_key_withdrawn: {
    happened: "The code was made with a key that no longer counts.",
    todo: "Do not trust the code. Ask for an official ID, and call the authority.",
  },
  badge_forged: {
    happened: "The code is forged.",
    todo: "This is not an inspector you can trust. Call the authority or the police.",
  },
  badge_not_current: {
    happened: "The tablet has not been in contact with the issuer for long.",
    todo: "Ask for an official ID instead.",
  },
  badge_too_old: {
    happened: "The code is too old, or a clock is wrong.",
    todo: "Scan it straight from the tablet's screen.",
  },
  badge_from_future: {
    happened: "One of the clocks is wrong.",
    todo: "Turn on automatic time on your phone, and scan again.",
  },
};
