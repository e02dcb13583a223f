import { formats } from "../format";
import type { Find } from "./nb";

const f = formats("ro-RO");

export const ro: Find = {
  title: "Căutare fără cod",
  label: "Număr, nume sau firmă",
  hint: "Fødselsnummer, număr D, numărul cardului, număr de organizație sau un nume, de preferat cu data nașterii. Nimic din căutare nu se păstrează.",
  found: (count) => `Rezultate: ${f.count(count)}`,
  none: "Nu s-a găsit nimic.",
  more: "Sunt mai multe rezultate. Scrieți mai mult ca să le vedeți.",
  moreWorkers: "Arată mai multe",
  born: (date) => `Data nașterii: ${date}`,
  workers: (count) => `Carduri: ${f.count(count)}`,
  subUnit: "Subunitate",
  back: "Înapoi la rezultate",
  expect: "Acest angajator trebuie să fie aici",
  expecting: (name) => `Trebuie să fie aici: ${name}`,
  expectAnyone: "Șterge alegerea",
  nationalId: "Fødselsnummer sau număr D",
  birthDate: "Data nașterii",
  card: "Numărul cardului",
  phone: "Pe telefon din",
  noPhone: "Pe niciun telefon",
  phoneReplaced: "Codul vine de pe un telefon de pe care cardul a fost mutat.",
  inFull: "Toate raporturile de muncă de pe card",
  noEmployments: "Niciun raport de muncă pe card.",
  unknownCompany: "Firmă necunoscută",
  presented: "Acesta a fost arătat",
  accepted: "Domeniul este acceptat aici",
  notAccepted: "Domeniul nu este acceptat aici",
  expected: "Angajatorul care trebuie să fie aici",
  notExpected: "Nu este angajatorul care trebuie să fie aici",
  valid: (from, until) => `De la ${from} până la ${until}`,
  history: "Ce s-a întâmplat",
  noHistory: "Nimic nu s-a schimbat.",
  came: "Nevalabil",
  went: "Din nou în regulă",
  age: (age) => `Vechimea datelor: ${age}.`,
  notHere: "Cardul nu este în registrul de pe dispozitiv. Actualizați datele și încercați din nou.",
  index: {
    held: (cards, age) => `Căutare: ${f.count(cards)} carduri, vechime ${age}`,
    none: "Căutare: încă nimic pe dispozitiv",
    waiting: (bytes) => `Au venit ${bytes} din registru. Restul vine la următoarea actualizare.`,
    applying: (done, total) => `Se încarcă: ${done} din ${total} carduri`,
    interrupted: "Legătura s-a întrerupt. Actualizați din nou ca să continuați de unde a rămas.",
    until: (date) => `Se șterge la ${date} dacă dispozitivul nu are contact până atunci`,
  },
  custody: {
    locked: (date) =>
      `Căutarea este blocată: dispozitivul trebuia să aibă contact înainte de ${date}. Fără contact, registrul se șterge într-o oră. Verificați ceasul și actualizați.`,
    wiped: (date) =>
      `Registrul a fost șters la ${date}, pentru că dispozitivul nu a avut contact de mult timp. Actualizați ca să îl primiți înapoi.`,
    revoked: (date) =>
      `Biroul a retras accesul acestui dispozitiv. Tot ce știa a fost șters la ${date}. Cereți biroului un link nou dacă a fost o greșeală.`,
  },
};
