import type { ActWords } from "./nb";

export const en: ActWords = {
  errors: {
    act_not_allowed: {
      happened: "Your authority may not do this to a card.",
      todo: "Contact an authority that may.",
    },
    act_waiting: {
      happened: "This is decided already, and waits to be sent.",
      todo: "See the list of decisions.",
    },
    act_sent: {
      happened: "The decision may have arrived, and can't be undone here.",
      todo: "Ask the office that issues the cards to reverse it.",
    },
    act_unfit: {
      happened: "The ground and the explanation don't fit the decision.",
      todo: "Choose another ground, or write an explanation of at most 500 characters.",
    },
  },
  grounds: {
    not_employed: "The worker does not work for this company",
    no_contract: "There is no written contract of employment",
    wrong_industry: "The card is for another industry than the work",
    undeclared_work: "The work has not been reported to the authorities",
    no_right_to_work: "The worker has no right to do this work",
    false_information: "The card was given on false information",
    used_by_another: "Another person has used the card",
    other: "Another ground, which the explanation tells",
  },
  authorities: {
    arbeidstilsynet: "Arbeidstilsynet",
    havindustritilsynet: "Havindustritilsynet",
    skatteetaten: "Skatteetaten",
    politiet: "the police",
  },
  done: {
    remove_employment: "The employment has been removed from the card",
    seize_card: "The card has been seized",
  },
  decide: {
    title: "Decisions",
    kinds: {
      remove_employment: "Remove the employment",
      seize_card: "Seize the card",
    },
    what: {
      remove_employment: (company) =>
        `The employment at ${company} is removed from the card. The employer must apply again.`,
      seize_card: (holder) =>
        `The whole card of ${holder} is seized, with all employments. The employers must apply again.`,
    },
    ground: "Ground",
    note: "Explanation",
    noteHint: "The worker and the employer can read it. At most 500 characters.",
    missing: "Choose a ground.",
    missingNote: "This ground needs an explanation.",
    cancel: "Cancel",
    kept: "The decision is stored. It is sent soon, and you can undo it until then.",
  },
  list: {
    title: "Decisions on this device",
    waiting: (count) =>
      count === 1 ? "1 decision waits to be sent." : `${String(count)} decisions wait to be sent.`,
    undo: "Undo",
    send: "Send now",
    noContact: "No contact with the service. The decisions wait.",
    card: (number) => `Card ${number}`,
    queued: "Waits to be sent",
    sending: "May have arrived. It is sent again at the next contact.",
    doneAt: (date) => `Done ${date}`,
    already: (who, date) => `Nothing to do: ${who} did it before you, ${date}`,
    office: "the office",
    card_unknown: "Not done: there is no such card.",
    employment_unknown: "Not done: the card has no such employment.",
    refused: "The service refused the decision.",
    refusedAuthority: "The service refused the decision: your authority may not do this.",
    complained: (date) => `Complaint received ${date}`,
    undone: (date) => `Reversed by the office ${date}`,
    restored: (date) => `The employer has a new employment on the card since ${date}`,
  },
  notice: {
    by: (authority, date) => `Decided by ${authority} on ${date}`,
    ground: "Ground",
    note: "Explanation",
    complain: (date) =>
      `You and the employer can complain until ${date}. Send the complaint to the office that issues the card, with the number.`,
    late: (date) => `The time for a complaint ended ${date}.`,
    number: "Number",
    complained: (date) => `The complaint was received ${date}.`,
    undone: (date) => `The decision was reversed ${date}.`,
  },
};
