import type { Position } from "../../backend/backend";

/** Longest wait for a position, and how old one may be, in milliseconds. */
const LIMITS: PositionOptions = { timeout: 8_000, maximumAge: 60_000, enableHighAccuracy: false };

/** Where the device is; `null` when it doesn't know, or may not say. */
export const position = (): Promise<Position | null> =>
  new Promise((done) => {
    const source = navigator.geolocation as Geolocation | undefined;
    if (source === undefined) {
      done(null);
      return;
    }
    source.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        done({ latitude, longitude });
      },
      () => {
        done(null);
      },
      LIMITS,
    );
  });
