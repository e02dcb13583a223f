import type { Pack } from "./nb";

export const ro: Pack = {
  toggle: "Fotografii mici ale tuturor pe acest dispozitiv",
  what: "Cu ele recunoașteți oamenii fără rețea. Vin la actualizare, prima dată durează mult, și se șterg când le opriți.",
  held: (pictures, age) => `Fotografii mici: ${pictures}, vechime ${age}`,
  some: (pictures) => `Fotografii mici: ${pictures} până acum. Actualizați datele ca să vină restul.`,
  withheld: "Autoritatea nu oferă acum fotografii mici. Cele care erau aici au fost șterse.",
  progress: (done, total) => `Fotografii mici: ${done} din ${total}`,
  caption: "O fotografie mică de pe dispozitiv, nu fotografia de pe card",
  of: (name) => `Fotografie mică: ${name}`,
};
