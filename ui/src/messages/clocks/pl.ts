import type { Clocks } from "./nb";

export const pl: Clocks = {
  behind: (time) => `Zegar telefonu spóźnia się względem tego urządzenia o ${time}.`,
  ahead: (time) => `Zegar telefonu wyprzedza to urządzenie o ${time}.`,
  wrong: {
    here: "Zły jest zegar tego urządzenia. Ustaw go, najlepiej automatycznie.",
    phone: "Zły jest zegar telefonu. Poproś pracownika o włączenie automatycznej daty i godziny.",
    either: "Nie wiadomo, który jest zły. Porównaj z zegarem, któremu ufasz. Jeśli następny telefon różni się tak samo, zły jest zegar tego urządzenia.",
  },
};
