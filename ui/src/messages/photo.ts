import { language } from "./index.svelte";

/** What may be wrong with a photo, as the service names it. */
export const PHOTO_FAULTS = [
  "too_few_pixels",
  "no_face",
  "several_faces",
  "face_too_small",
  "face_too_large",
  "off_centre",
  "tilted",
  "turned",
  "eyes_hidden",
  "blurred",
  "too_dark",
  "too_bright",
  "uneven_background",
] as const;
export type PhotoFault = (typeof PHOTO_FAULTS)[number];

/** What became of a photo that was not refused. */
export type HandedInPhoto =
  | { state: "accepted"; digest: string }
  | { state: "waiting"; photo: number; doubts: PhotoFault[] };

/** What is, or may be, wrong with a photo, in the language that is spoken. */
export const faultsSaid = (faults: PhotoFault[]): string =>
  faults.map((fault) => language.words.photo.faults[fault]).join(" ");

export const waitsSaid = (doubts: PhotoFault[]): string =>
  `${language.words.photo.waits} ${faultsSaid(doubts)}`;

/** A photo that a person looks at, or has rejected. */
export type PhotoNotice = { state: "waiting"; since: string } | { state: "rejected"; reason: PhotoFault; at: string };
