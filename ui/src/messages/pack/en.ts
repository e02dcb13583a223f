import type { Pack } from "./nb";

export const en: Pack = {
  toggle: "Small pictures of everybody on this device",
  what: "With them you know people again without network. They come when you sync, which takes long the first time, and are deleted when you switch them off.",
  held: (pictures, age) => `Small pictures: ${pictures}, ${age} old`,
  some: (pictures) => `Small pictures: ${pictures} so far. Sync to fetch the rest.`,
  withheld: "The authority gives no small pictures out now. Those that were here are deleted.",
  progress: (done, total) => `Small pictures: ${done} of ${total}`,
  caption: "A small picture from this device, not the photo on the card",
  of: (name) => `Small picture of ${name}`,
};
