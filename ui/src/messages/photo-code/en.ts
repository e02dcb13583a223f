import type { PhotoCode } from "./nb";

export const en: PhotoCode = {
  worker: {
    show: "Show my photo",
    text: "Hold the phone still before the inspector's camera. The code moves because it carries your photo, bit by bit.",
    label: "A code that moves and carries your photo",
    still: "The code has to move to work: it changes eight times a second. It begins when you want.",
    start: "Let the code run",
    pause: "Stop the code",
    hide: "Back to the card's code",
  },
  inspector: {
    looking: "Fetching the photo …",
    read: "Read the photo from the phone",
    text: "Ask the worker to press “Show my photo”, and hold the camera towards the moving code for some seconds.",
    instead: "Choose pictures of the phone's screen instead.",
    pictures: "Choose pictures of the code",
    progress: "How much of the photo has been read",
    parts: (have, need) => `${have} of ${need} parts have been read`,
    here: "The photo is the one that the issuer signed.",
    again: "Try the service again",
    close: "Stop reading",
    why: {
      photo_no_contact: "The photo is not on this device, and the service can't be reached.",
      photo_gone: "The service hasn't got this photo any more. The card on the phone may be older than the photo.",
      photo_does_not_fit: "What came is not the photo that the issuer signed. Nothing is shown.",
      not_a_photo_code: "This is not the code with the photo. Ask the worker to press “Show my photo”.",
      another_photo: "This is the photo of another card.",
    },
  },
};
