import type { Pack } from "./nb";

export const pl: Pack = {
  toggle: "Małe zdjęcia wszystkich na tym urządzeniu",
  what: "Dzięki nim rozpoznasz ludzi bez sieci. Są pobierane przy aktualizacji, za pierwszym razem długo, i usuwane po wyłączeniu.",
  held: (pictures, age) => `Małe zdjęcia: ${pictures}, wiek danych ${age}`,
  some: (pictures) => `Małe zdjęcia: na razie ${pictures}. Zaktualizuj dane, aby pobrać resztę.`,
  withheld: "Urząd nie udostępnia teraz małych zdjęć. Te, które tu były, zostały usunięte.",
  progress: (done, total) => `Małe zdjęcia: ${done} z ${total}`,
  caption: "Małe zdjęcie z tego urządzenia, nie samo zdjęcie z karty",
  of: (name) => `Małe zdjęcie: ${name}`,
};
