import type { Photo } from "./nb";

export const pl: Photo = {
  waits: "Zdjęcie zostało przyjęte. Zanim trafi na kartę, obejrzy je człowiek:",
  waiting: (date) => `Zdjęcie złożone ${date} musi obejrzeć człowiek, zanim trafi na kartę.`,
  rejected: (date) => `Zdjęcie nie zostało przyjęte ${date}`,
  worker: "Przekaż pracodawcy nowe zdjęcie albo przynieś je do urzędu, który wydaje kartę. Karta pozostaje bez zmian.",
  employer: "Poproś pracownika o nowe zdjęcie i dodaj je tutaj. Jeśli to niemożliwe, zdjęcie może przyjąć urząd, który wydaje kartę.",
  faults: {
    too_few_pixels: "Zdjęcie ma za mało pikseli. Zrób je aparatem, nie z ekranu.",
    no_face: "Nie znaleziono twarzy. Patrz prosto w aparat, z oświetloną twarzą.",
    several_faces: "Na zdjęciu jest więcej twarzy. Może być tylko osoba, która otrzyma kartę.",
    face_too_small: "Twarz jest za mała. Podejdź bliżej aparatu.",
    face_too_large: "Twarz jest za duża. Odsuń się, aby było widać całą głowę.",
    off_centre: "Twarz nie jest na środku zdjęcia.",
    tilted: "Głowa jest przechylona. Trzymaj głowę i aparat prosto.",
    turned: "Twarz jest odwrócona w bok. Patrz prosto w aparat.",
    eyes_hidden: "Oczy nie są dobrze widoczne. Zdejmij ciemne okulary i miej otwarte oczy.",
    blurred: "Zdjęcie jest nieostre. Trzymaj aparat nieruchomo i wyczyść obiektyw.",
    too_dark: "Zdjęcie jest za ciemne. Zrób je tam, gdzie jest więcej światła.",
    too_bright: "Zdjęcie jest za jasne. Odwróć się od silnego światła.",
    uneven_background: "Tło nie jest jednolite. Stań przed jasną ścianą bez wzorów i cieni.",
  },
};
