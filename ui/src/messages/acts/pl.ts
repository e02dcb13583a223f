import type { ActWords } from "./nb";

export const pl: ActWords = {
  errors: {
    act_not_allowed: {
      happened: "Twój urząd nie może zrobić tego z kartą.",
      todo: "Skontaktuj się z urzędem, który może.",
    },
    act_waiting: {
      happened: "To jest już postanowione i czeka na wysłanie.",
      todo: "Zobacz listę decyzji.",
    },
    act_sent: {
      happened: "Decyzja mogła już dotrzeć i nie można jej tu cofnąć.",
      todo: "Poproś biuro wydające karty o jej uchylenie.",
    },
    act_unfit: {
      happened: "Powód i uzasadnienie nie pasują do decyzji.",
      todo: "Wybierz inny powód albo napisz uzasadnienie, najwyżej 500 znaków.",
    },
  },
  grounds: {
    not_employed: "Pracownik nie pracuje dla tej firmy",
    no_contract: "Nie ma pisemnej umowy o pracę",
    wrong_industry: "Karta dotyczy innej branży niż praca",
    undeclared_work: "Praca nie została zgłoszona urzędom",
    no_right_to_work: "Pracownik nie ma prawa wykonywać tej pracy",
    false_information: "Karta została wydana na podstawie nieprawdziwych danych",
    used_by_another: "Karty używała inna osoba",
    other: "Inny powód, podany w uzasadnieniu",
  },
  authorities: {
    arbeidstilsynet: "Arbeidstilsynet",
    havindustritilsynet: "Havindustritilsynet",
    skatteetaten: "Skatteetaten",
    politiet: "policja",
  },
  done: {
    remove_employment: "Zatrudnienie zostało usunięte z karty",
    seize_card: "Karta została zatrzymana",
  },
  decide: {
    title: "Decyzje",
    kinds: {
      remove_employment: "Usuń zatrudnienie",
      seize_card: "Zatrzymaj kartę",
    },
    what: {
      remove_employment: (company) =>
        `Zatrudnienie w firmie ${company} zostanie usunięte z karty. Pracodawca musi złożyć nowy wniosek.`,
      seize_card: (holder) =>
        `Cała karta (${holder}) zostanie zatrzymana, ze wszystkimi zatrudnieniami. Pracodawcy muszą złożyć nowe wnioski.`,
    },
    ground: "Powód",
    note: "Uzasadnienie",
    noteHint: "Przeczytają je pracownik i pracodawca. Najwyżej 500 znaków.",
    missing: "Wybierz powód.",
    missingNote: "Ten powód wymaga uzasadnienia.",
    cancel: "Anuluj",
    kept: "Decyzja jest zapisana. Wkrótce zostanie wysłana; do tego czasu można ją cofnąć.",
  },
  list: {
    title: "Decyzje na tym urządzeniu",
    waiting: (count) => `Decyzje czekające na wysłanie: ${String(count)}.`,
    undo: "Cofnij",
    send: "Wyślij teraz",
    noContact: "Brak kontaktu z usługą. Decyzje czekają.",
    card: (number) => `Karta ${number}`,
    queued: "Czeka na wysłanie",
    sending: "Mogła dotrzeć. Zostanie wysłana ponownie przy następnym kontakcie.",
    doneAt: (date) => `Wykonano ${date}`,
    already: (who, date) => `Nic do zrobienia: wcześniej zrobił to urząd ${who}, ${date}`,
    office: "biuro",
    card_unknown: "Nie wykonano: nie ma takiej karty.",
    employment_unknown: "Nie wykonano: na karcie nie ma takiego zatrudnienia.",
    refused: "Usługa odrzuciła decyzję.",
    refusedAuthority: "Usługa odrzuciła decyzję: Twój urząd nie może tego zrobić.",
    complained: (date) => `Wpłynęło odwołanie ${date}`,
    undone: (date) => `Uchylona przez biuro ${date}`,
    restored: (date) => `Pracodawca ma nowe zatrudnienie na karcie od ${date}`,
  },
  notice: {
    by: (authority, date) => `Decyzja: ${authority}, ${date}`,
    ground: "Powód",
    note: "Uzasadnienie",
    complain: (date) =>
      `Ty i pracodawca możecie się odwołać do ${date}. Wyślij odwołanie do biura, które wydaje kartę, i podaj numer.`,
    late: (date) => `Termin odwołania minął ${date}.`,
    number: "Numer",
    complained: (date) => `Odwołanie wpłynęło ${date}.`,
    undone: (date) => `Decyzję uchylono ${date}.`,
  },
};
