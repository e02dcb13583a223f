import type { Setting } from "../../inspector/outdoors/outdoors.svelte";

/** What helps where it is loud, bright or gloved. */
export interface Outdoors {
  title: string;
  settings: Record<Setting, string>;
  /** How the answers differ; followed by a button to try each. */
  signals: string;
}

export const nb: Outdoors = {
  title: "Lyd, vibrering og sollys",
  settings: {
    sound: "Lyd når svaret kommer",
    vibration: "Vibrering når svaret kommer",
    sun: "Sterk kontrast i sollys",
  },
  signals: "Gyldig er ett kort signal, kan ikke bekreftes er to, ugyldig er tre lange. Prøv dem:",
};
