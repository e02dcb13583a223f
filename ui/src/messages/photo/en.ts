import type { Photo } from "./nb";

export const en: Photo = {
  waits: "The photo has been received. A person looks at it before it is on the card:",
  waiting: (date) => `A person has to look at the photo that was handed in on ${date} before it is on the card.`,
  rejected: (date) => `The photo was not accepted on ${date}`,
  worker: "Give your employer another photo, or take one to the office that issues the card. Your card is as it was.",
  employer: "Ask the worker for another photo, and add it here. If that does not work, the office that issues the card can take it.",
  faults: {
    too_few_pixels: "The picture has too few pixels. Take it with the camera, not from a screen.",
    no_face: "No face was found. Look straight into the camera, with light on the face.",
    several_faces: "There is more than one face. Only the person who gets the card may be in the picture.",
    face_too_small: "The face is too small. Go closer to the camera.",
    face_too_large: "The face is too large. Go further away, so that the whole head is seen.",
    off_centre: "The face is not in the middle of the picture.",
    tilted: "The head leans to one side. Hold the head and the camera straight.",
    turned: "The face is turned to one side. Look straight into the camera.",
    eyes_hidden: "The eyes are not clearly seen. Take off dark glasses, and keep the eyes open.",
    blurred: "The picture is blurred. Hold the camera still, and clean its lens.",
    too_dark: "The picture is too dark. Take it where there is more light.",
    too_bright: "The picture is too bright. Turn away from strong light.",
    uneven_background: "The background is not even. Stand before a plain, light wall without shadows.",
  },
};
