import { formats } from "../format";
import type { Own } from "./nb";

const f = formats("en-GB");

export const en: Own = {
  unlock: {
    left: (left) => `Tries left: ${f.count(left)}.`,
    wait: (time) => `You can try again at ${time}.`,
    title: "The card is locked",
    label: "PIN",
    submit: "Unlock",
    forgot: "Forgotten the PIN?",
    forgotText: "Nobody can find it again. Remove the card from this phone, and ask for a new activation code.",
  },
  pin: {
    title: "PIN",
    off: "Anyone who has your phone unlocked can show the card. With a PIN only you can.",
    on: "The card asks for the PIN when you open it, and after one minute out of sight.",
    set: "Choose a PIN",
    change: "Change the PIN",
    clear: "Turn the PIN off",
    current: "Your PIN now",
    fresh: "New PIN (4 to 8 digits)",
    repeat: "New PIN again",
    differ: "The two are not the same. Write the new PIN twice.",
    missing: "Fill in all fields.",
    saved: "The PIN is saved.",
    cleared: "The PIN is turned off.",
  },
  remove: {
    title: "Remove the card from this phone",
    text: "The card's key is deleted. You need a new activation code to get the card back.",
    ask: "Remove the card",
    sure: "Are you sure? This can't be undone.",
    yes: "Yes, remove the card",
  },
  check: {
    title: "Would my card pass now?",
    text: "The same check that inspectors and customers make, on your own card.",
    submit: "Check my card",
    again: "Check again",
    verdicts: {
      valid: "Yes. The card passes.",
      invalid: "No. The card is shown as invalid.",
      unconfirmed: "Not sure. The check would give no certain answer.",
    },
    counts: "Where the card counts",
    yes: "Yes",
    no: "No",
    refresh: {
      headline: "The phone doesn't know enough to answer",
      text: "Connect to a network and update the card. Your code works all the same.",
    },
    clock: {
      headline: "The phone's clock is wrong",
      text: "Turn on automatic date and time in the settings. Otherwise your code looks old to others.",
    },
    renew: {
      headline: "The issuer has to renew the card",
      text: "Connect to a network and update the card. You get a new one by itself.",
    },
    notYet: {
      headline: "The employment has not begun",
      text: "The card counts from the day that the employer has given.",
    },
    other: {
      headline: "The check found something wrong",
      text: "Update the card. If that doesn't help, contact the issuer.",
    },
  },
  warnings: {
    title: "Soon invalid",
    from: (date) => `From ${date} the card is no longer valid:`,
  },
  history: {
    title: "What has happened to the card",
    none: "Nothing has changed.",
    came: "Invalid",
    went: "In order again",
  },
  offline: (date) =>
    `The code works without a network until ${date}. But without one you are not told if something has changed.`,
  paper: {
    title: "A code on paper",
    text: "If the battery may run out: print a sheet with a code that lasts three days. Paper can be copied, so nobody who checks it gets the answer valid; they will ask for the phone.",
    submit: "Make the sheet (PDF)",
    saved: (file) => `The sheet is saved: ${file}`,
    sheet: {
      title: "HSE card on paper",
      warning: "Not confirmed. Paper can be copied. Ask to see the card on the phone.",
      until: (date) => `The code on this sheet counts until ${date}. Scan it with the camera or in the inspector's app.`,
    },
  },
  googleWallet: {
    title: "The card in Google Wallet",
    text: "You can have the card in Google Wallet too. It is less secure than the app: Google has the secret, and inspectors will ask for the app.",
    submit: "Save to Google Wallet",
    opened: "Google Wallet has been opened. Go on there.",
    copy: "Open this link on the phone:",
  },
  places: {
    remember: "Remember this choice at the place where I am now",
    text: "The position is kept in this app only, and only to about a hundred metres.",
    remembered: "Remembered. Next time you are here, this company is chosen.",
    none: "We could not find out where you are. Let the app use the position, and try again.",
    chosen: "Chosen because you are at a place that you remembered.",
    forget: "Forget all places",
    forgotten: "The places are forgotten.",
  },
  help: {
    title: "Help: new, lost or broken phone",
    items: [
      {
        question: "I have a new phone",
        answer:
          "Ask your employer or the issuer for a new activation code, and write it on the new phone. The card on the old one stops working by itself.",
      },
      {
        question: "I have lost my phone",
        answer:
          "Tell the issuer at once, and the card is blocked. You get it on a new phone with a new activation code.",
      },
      {
        question: "Somebody wants to take the card from me",
        answer:
          "Only inspectors can seize cards, and they have to say why. Your employer is told and can complain or apply again.",
      },
    ],
  },
};
