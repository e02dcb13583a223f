import type { Pack } from "./nb";

export const lt: Pack = {
  toggle: "Mažos visų nuotraukos šiame įrenginyje",
  what: "Su jomis atpažinsite žmones be tinklo. Jos atsiunčiamos atnaujinant, pirmą kartą tai trunka ilgai, ir ištrinamos išjungus.",
  held: (pictures, age) => `Mažos nuotraukos: ${pictures}, duomenų amžius ${age}`,
  some: (pictures) => `Mažos nuotraukos: kol kas ${pictures}. Atnaujinkite duomenis, kad gautumėte likusias.`,
  withheld: "Institucija dabar mažų nuotraukų neteikia. Čia buvusios ištrintos.",
  progress: (done, total) => `Mažos nuotraukos: ${done} iš ${total}`,
  caption: "Maža nuotrauka iš šio įrenginio, ne pati kortelės nuotrauka",
  of: (name) => `Maža nuotrauka: ${name}`,
};
