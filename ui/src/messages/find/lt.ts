import { formats } from "../format";
import type { Find } from "./nb";

const f = formats("lt-LT");

export const lt: Find = {
  title: "Paieška be kodo",
  label: "Numeris, vardas arba įmonė",
  hint: "Fødselsnummer, D numeris, kortelės numeris, organizacijos numeris arba vardas, geriausia su gimimo data. Paieška neišsaugoma.",
  found: (count) => `Rezultatai: ${f.count(count)}`,
  none: "Nieko nerasta.",
  more: "Rezultatų yra daugiau. Rašykite toliau, kad juos pamatytumėte.",
  moreWorkers: "Rodyti daugiau",
  born: (date) => `Gimimo data: ${date}`,
  workers: (count) => `Kortelės: ${f.count(count)}`,
  subUnit: "Padalinys",
  back: "Atgal į rezultatus",
  expect: "Šis darbdavys turi būti čia",
  expecting: (name) => `Turi būti čia: ${name}`,
  expectAnyone: "Atšaukti pasirinkimą",
  nationalId: "Fødselsnummer arba D numeris",
  birthDate: "Gimimo data",
  card: "Kortelės numeris",
  phone: "Telefone nuo",
  noPhone: "Jokiame telefone",
  phoneReplaced: "Kodas yra iš telefono, iš kurio kortelė perkelta.",
  inFull: "Visi darbo santykiai kortelėje",
  noEmployments: "Kortelėje nėra darbo santykių.",
  unknownCompany: "Nežinoma įmonė",
  presented: "Ši buvo parodyta",
  accepted: "Šaka čia tinka",
  notAccepted: "Šaka čia netinka",
  expected: "Darbdavys, kuris turi būti čia",
  notExpected: "Ne tas darbdavys, kuris turi būti čia",
  valid: (from, until) => `Nuo ${from} iki ${until}`,
  history: "Kas įvyko",
  noHistory: "Niekas nepasikeitė.",
  came: "Negalioja",
  went: "Vėl tvarkoje",
  age: (age) => `Duomenų amžius: ${age}.`,
  notHere: "Kortelės nėra įrenginio registre. Atnaujinkite duomenis ir bandykite dar kartą.",
  index: {
    held: (cards, age) => `Paieška: kortelių ${f.count(cards)}, duomenų amžius ${age}`,
    none: "Paieška: įrenginyje dar nieko nėra",
    waiting: (bytes) => `Gauta ${bytes} registro. Likusi dalis ateis atnaujinus dar kartą.`,
    applying: (done, total) => `Įkeliamos kortelės: ${done} iš ${total}`,
    interrupted: "Ryšys nutrūko. Atnaujinkite dar kartą, kad tęstumėte.",
    until: (date) => `Bus ištrinta ${date}, jei įrenginys iki tol neprisijungs`,
  },
  custody: {
    locked: (date) =>
      `Paieška užrakinta: įrenginys turėjo prisijungti iki ${date}. Neprisijungus registras bus ištrintas po valandos. Patikrinkite, ar laikrodis rodo teisingai, ir atnaujinkite.`,
    wiped: (date) =>
      `Registras ištrintas ${date}, nes įrenginys ilgai nebuvo prisijungęs. Atnaujinkite, kad jį susigrąžintumėte.`,
    revoked: (date) =>
      `Įstaiga atšaukė šio įrenginio prieigą. Viskas, ką jis žinojo, ištrinta ${date}. Jei tai klaida, paprašykite įstaigos naujos nuorodos.`,
  },
};
