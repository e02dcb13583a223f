import type { Outcome } from "../../backend/contract";
import { formats } from "../format";

const f = formats("nb-NO");

/** What workers read around their own card. Bokmål is the reference, as for the rest. */
export const nb = {
  unlock: {
    left: (left: number) => `Du har ${f.count(left)} forsøk igjen.`,
    wait: (time: string) => `Du kan prøve igjen klokken ${time}.`,
    title: "Kortet er låst",
    label: "PIN",
    submit: "Lås opp",
    forgot: "Har du glemt PIN-koden?",
    forgotText: "Ingen kan finne den igjen. Fjern kortet fra telefonen, og be om en ny aktiveringskode.",
  },
  pin: {
    title: "PIN-kode",
    off: "Alle som har telefonen din åpen, kan vise kortet. Med PIN-kode er det bare du som kan det.",
    on: "Kortet ber om PIN når du åpner det, og når det har vært ute av syne i ett minutt.",
    set: "Lag PIN-kode",
    change: "Bytt PIN-kode",
    clear: "Slå av PIN-kode",
    current: "PIN-koden du har nå",
    fresh: "Ny PIN-kode (4 til 8 sifre)",
    repeat: "Ny PIN-kode en gang til",
    differ: "De to er ikke like. Skriv den nye koden to ganger.",
    missing: "Fyll ut alle feltene.",
    saved: "PIN-koden er lagret.",
    cleared: "PIN-koden er slått av.",
  },
  remove: {
    title: "Fjern kortet fra denne telefonen",
    text: "Nøkkelen til kortet slettes. Du trenger en ny aktiveringskode for å få kortet tilbake.",
    ask: "Fjern kortet",
    sure: "Er du sikker? Dette kan ikke angres.",
    yes: "Ja, fjern kortet",
  },
  check: {
    title: "Ville kortet blitt godkjent nå?",
    text: "Samme kontroll som inspektører og kunder gjør, på ditt eget kort.",
    submit: "Sjekk kortet mitt",
    again: "Sjekk på nytt",
    verdicts: {
      valid: "Ja. Kortet blir godkjent.",
      invalid: "Nei. Kortet blir vist som ugyldig.",
      unconfirmed: "Usikkert. Kontrollen ville ikke gitt noe sikkert svar.",
    } satisfies Record<Outcome, string>,
    counts: "Her gjelder kortet",
    yes: "Ja",
    no: "Nei",
    refresh: {
      headline: "Telefonen vet ikke nok til å svare",
      text: "Koble til nett og oppdater kortet. Koden din virker uansett.",
    },
    clock: {
      headline: "Klokken på telefonen går feil",
      text: "Slå på automatisk dato og klokkeslett i innstillingene. Ellers ser koden gammel ut for andre.",
    },
    renew: {
      headline: "Kortet må fornyes fra utstederen",
      text: "Koble til nett og oppdater kortet. Da får du et nytt, helt av seg selv.",
    },
    notYet: {
      headline: "Arbeidsforholdet har ikke begynt",
      text: "Kortet gjelder fra den dagen arbeidsgiveren har oppgitt.",
    },
    other: {
      headline: "Kontrollen fant noe galt",
      text: "Oppdater kortet. Hjelper det ikke, ta kontakt med utstederen.",
    },
  },
  warnings: {
    title: "Snart ugyldig",
    from: (date: string) => `Fra ${date} er kortet ikke lenger gyldig:`,
  },
  history: {
    title: "Dette har skjedd med kortet",
    none: "Ingenting har endret seg.",
    came: "Ugyldig",
    went: "I orden igjen",
  },
  offline: (date: string) =>
    `Koden virker uten nett helt til ${date}. Men uten nett får du ikke vite om noe har endret seg.`,
  paper: {
    title: "Kode på papir",
    text: "Hvis telefonen kan gå tom: Skriv ut et ark med en kode som varer i tre døgn. Papir kan kopieres, så den som kontrollerer, får aldri svaret gyldig og vil be om telefonen.",
    submit: "Lag arket (PDF)",
    saved: (file: string) => `Arket er lagret: ${file}`,
    sheet: {
      title: "HMS-kort på papir",
      warning: "Ikke bekreftet. Papir kan kopieres. Be om å få se kortet på telefonen.",
      until: (date: string) => `Koden på arket gjelder til ${date}. Skann den med kameraet eller i inspektørappen.`,
    },
  },
  googleWallet: {
    title: "Google Wallet",
    text: "Du kan ha kortet i Google Wallet også. Det er mindre sikkert enn appen: Google har hemmeligheten, og inspektører vil be om appen.",
    submit: "Legg i Google Wallet",
    opened: "Google Wallet er åpnet. Fullfør der.",
    copy: "Åpne denne lenken på telefonen:",
  },
  places: {
    remember: "Husk valget på stedet der jeg er nå",
    text: "Posisjonen lagres bare i denne appen, og bare på rundt hundre meter.",
    remembered: "Husket. Neste gang du er her, velges denne virksomheten.",
    none: "Vi fikk ikke vite hvor du er. Gi appen lov til å bruke posisjonen, og prøv igjen.",
    chosen: "Valgt fordi du er på et sted du har husket.",
    forget: "Glem alle stedene",
    forgotten: "Stedene er glemt.",
  },
  help: {
    title: "Hjelp: ny, mistet eller ødelagt telefon",
    items: [
      {
        question: "Jeg har fått ny telefon",
        answer:
          "Be arbeidsgiveren eller utstederen om en ny aktiveringskode, og skriv den inn på den nye telefonen. Kortet på den gamle slutter å virke av seg selv.",
      },
      {
        question: "Jeg har mistet telefonen",
        answer:
          "Si fra til utstederen med en gang, så sperres kortet. Du får det på en ny telefon med en ny aktiveringskode.",
      },
      {
        question: "Noen vil ta kortet fra meg",
        answer:
          "Bare inspektører kan inndra kort, og de skal si hvorfor. Arbeidsgiveren din får beskjed og kan klage eller søke på nytt.",
      },
    ],
  },
};

export type Own = typeof nb;
