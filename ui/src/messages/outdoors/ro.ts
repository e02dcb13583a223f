import type { Outdoors } from "./nb";

export const ro: Outdoors = {
  title: "Sunet, vibrație și soare",
  settings: {
    sound: "Sunet când vine răspunsul",
    vibration: "Vibrație când vine răspunsul",
    sun: "Contrast puternic la soare",
  },
  signals: "Valabil este un semnal scurt, neconfirmat sunt două, nevalabil sunt trei lungi. Încercați-le:",
};
