/** A photo on its way from the worker's screen to the inspector's. */

import type { Frame } from "./contract";

/** Frames of the worker's photo, to be shown one after the other, without end. */
export interface ShownPhoto {
  /** How many are enough if none is missed. */
  needed: number;
  /** How many are shown in a second. */
  a_second: number;
  frames: Frame["qr"][];
}

/** Why a photo is not here, or a code was not taken for one. */
export type NoPhoto =
  | "photo_no_contact"
  | "photo_gone"
  | "photo_does_not_fit"
  | "not_a_photo_code"
  | "another_photo";

export type PhotoState =
  | { state: "here" | "no_code" }
  | { state: "collecting"; have: number; need: number | null }
  | { state: "not"; why: NoPhoto };
