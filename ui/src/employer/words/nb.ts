import type { Fault, ProblemCode } from "../api";

/** What the employer can do about a reason; `other` for one that is newer than this page. */
export type Mended =
  | "card_expired"
  | "worker_not_employed"
  | "employment_ended"
  | "company_not_registered"
  | "company_not_vat_registered"
  | "company_not_approved"
  | "staffing_agency_not_registered"
  | "worker_not_in_population_register"
  | "d_number_inactive"
  | "no_work_permit"
  | "blocked_by_office"
  | "card_seized"
  | "employment_removed"
  | "phone_lost"
  | "register_silent"
  | "company_bankrupt"
  | "worker_deceased"
  | "other";

export interface Words {
  title: string;
  skip: string;
  login: {
    title: string;
    lead: string;
    button: string;
    failed: string;
    unavailable: string;
    ended: string;
    nobody: string;
    nobodyTodo: string;
    logout: string;
    loggedOut: string;
  };
  loading: string;
  retry: string;
  cancel: string;
  close: string;
  company: string;
  actingUntil: (until: string, by: string) => string;
  menu: string;
  views: Record<"cards" | "apply" | "table" | "colleagues", string>;
  problems: Record<ProblemCode | "offline" | "other", string>;
  faults: Record<Fault, string>;
  cards: {
    none: string;
    noneTodo: string;
    search: string;
    show: string;
    filters: Record<"all" | "valid" | "attention" | "waiting" | "ended", string>;
    count: (shown: string, all: string) => string;
    noMatch: string;
    more: string;
    born: string;
    number: string;
    unit: string;
    industry: string;
    validUntil: (date: string) => string;
    since: (date: string) => string;
    whatToDo: string;
    mend: Record<Mended, string>;
    waiting: string;
    complain: (date: string) => string;
    again: string;
    waitingTodo: string;
    noPhoto: string;
    addPhoto: (name: string) => string;
    photoSet: (name: string) => string;
    noPhone: string;
    expires: (date: string) => string;
    temporary: (date: string) => string;
    coming: string;
    end: (name: string) => string;
    endAsk: (name: string) => string;
    endWhat: string;
    endYes: string;
    ended: (name: string) => string;
    undo: (name: string) => string;
    undoUntil: (time: string) => string;
    undone: (name: string) => string;
    renew: (name: string) => string;
    renewYes: string;
    renewed: (name: string, date: string) => string;
    withdraw: (name: string) => string;
    withdrawAsk: (name: string) => string;
    withdrawYes: string;
    withdrawn: (name: string) => string;
  };
  terms: {
    title: string;
    industry: string;
    fits: string;
    unfit: (codes: string) => string;
    unknown: string;
    notApproved: string;
    reason: string;
    unit: string;
    mainUnit: (name: string) => string;
    declaration: string;
    declarationMeans: string;
    declare: string;
    declareFirst: string;
  };
  apply: {
    title: string;
    lead: string;
    nationalId: string;
    name: string;
    birthDate: string;
    birthDateHint: string;
    photo: string;
    photoHint: string;
    photoChosen: (file: string) => string;
    send: string;
    doneIdentified: (name: string, card: string) => string;
    doneWaiting: (name: string, card: string) => string;
    photoFailed: string;
    another: string;
  };
  table: {
    title: string;
    lead: string;
    template: string;
    file: string;
    paste: string;
    pasteHint: string;
    read: string;
    reading: string;
    counted: (rows: string, ready: string, refused: string) => string;
    refusedTitle: string;
    refusedLead: string;
    refusedMore: (count: string) => string;
    line: string;
    written: string;
    fault: string;
    lineOf: (line: string) => string;
    download: string;
    faultColumn: string;
    refusedFile: string;
    send: (count: string) => string;
    sending: (done: string, all: string) => string;
    done: (count: string) => string;
    stopped: string;
    goOn: string;
    forget: string;
    another: string;
    earlier: string;
    earlierRow: (date: string, applied: string, ready: string, refused: string) => string;
    open: (date: string) => string;
  };
  colleagues: {
    title: string;
    lead: string;
    you: string;
    always: string;
    until: (date: string) => string;
    by: (name: string) => string;
    office: string;
    remove: (name: string) => string;
    removeAsk: (name: string) => string;
    removeYes: string;
    removed: (name: string) => string;
    add: string;
    addLead: string;
    nationalId: string;
    name: string;
    lastDay: string;
    send: string;
    added: (name: string) => string;
    notYours: string;
  };
}

export const nb: Words = {
  title: "HMS-kort for arbeidsgivere",
  skip: "Hopp til innholdet",
  login: {
    title: "Logg inn for virksomheten din",
    lead: "Her ser du HMS-kortene til virksomheten, søker om nye og avslutter arbeidsforhold.",
    button: "Logg inn",
    failed: "Innloggingen lyktes ikke. Prøv igjen.",
    unavailable: "Innloggingstjenesten svarer ikke. Prøv igjen om litt.",
    ended: "Du er logget ut fordi det har gått en stund. Logg inn igjen.",
    nobody: "Du kan ikke handle for noen virksomhet",
    nobodyTodo: "Be daglig leder om å gi deg tilgang her på siden, eller ta kontakt med kontoret som utsteder kortene.",
    logout: "Logg ut",
    loggedOut: "Du er logget ut.",
  },
  loading: "Henter …",
  retry: "Prøv igjen",
  cancel: "Avbryt",
  close: "Lukk",
  company: "Virksomhet",
  actingUntil: (until, by) => `Du handler på vegne av virksomheten til og med ${until}. Tilgangen er gitt av ${by}.`,
  menu: "Sider",
  views: { cards: "Kort", apply: "Søk for én", table: "Søk for flere", colleagues: "Tilganger" },
  problems: {
    offline: "Tjenesten svarer ikke. Sjekk at du har nett, og prøv igjen. Ingenting er sendt to ganger.",
    login_needed: "Du er logget ut. Logg inn igjen.",
    not_our_page: "Siden er gammel. Last den på nytt og prøv igjen.",
    not_authorised: "Du har ikke lenger tilgang til virksomheten.",
    application_refused: "Søknaden kan ikke tas imot.",
    not_found: "Dette finnes ikke lenger. Last siden på nytt.",
    conflict: "Noe annet er sendt inn med samme nummer. Last siden på nytt.",
    too_large: "Filen er for stor. En tabell kan ha 16 MB, et bilde 5 MB.",
    photo_refused: "Bildet kan ikke brukes. Velg et annet: et skarpt bilde i JPEG, PNG eller WebP, forfra, uten skygge bak.",
    malformed: "Et felt kan ikke leses. Se over det du har skrevet.",
    internal: "Noe gikk galt hos oss. Prøv igjen om litt.",
    other: "Det gikk ikke. Prøv igjen om litt.",
  },
  faults: {
    national_id_length: "Fødselsnummeret skal ha elleve sifre.",
    national_id_date: "De seks første sifrene i fødselsnummeret er ikke en dato.",
    national_id_checks: "Et siffer i fødselsnummeret er skrevet feil.",
    name_missing: "Navnet mangler.",
    name_too_long: "Navnet har mer enn 100 tegn.",
    name_unprintable: "Navnet har et tegn som ikke kan skrives på kortet.",
    name_differs: "Fødselsnummeret hører til en person med et annet navn. Sjekk begge.",
    birth_date_missing: "Fødselsnummeret forteller ikke fødselsdatoen. Skriv den også.",
    birth_date_unreadable: "Fødselsdatoen kan ikke leses. Skriv 15.08.1990.",
    birth_date_differs: "Fødselsdatoen er en annen enn i fødselsnummeret.",
    sub_unit_unreadable: "Organisasjonsnummeret til underenheten er feil.",
    sub_unit_unknown: "Virksomheten har ingen slik underenhet i Enhetsregisteret.",
    repeated: "Samme person står lenger oppe.",
    quote_open: "Et anførselstegn er ikke lukket. Radene etter det er lest som én.",
    too_many_fields: "Raden har flere kolonner enn den første raden.",
    has_card: "Arbeidstakeren har allerede et slikt kort hos dere.",
    applied_already: "Det er allerede søkt for denne arbeidstakeren.",
    industry_reason_missing: "Næringskodene passer ikke med bransjen. Skriv hvorfor.",
    declaration_old: "Erklæringen er endret. Last siden på nytt og les den igjen.",
    table_not_text: "Filen er ikke tekst. Lagre den som CSV.",
    table_is_spreadsheet: "Dette er et regneark. Lagre det som CSV og velg den filen.",
    table_empty: "Tabellen har ingen rader.",
    table_columns: "Vi finner ikke kolonnene. Den første raden skal si fødselsnummer og navn.",
    table_too_long: "Tabellen har mer enn 100 000 rader. Del den opp.",
    photo_held: "Arbeidstakeren er kontrollert med bildet på kortet. Kontoret kan bytte det.",
    not_ended: "Det er for sent å angre. Søk på nytt for arbeidstakeren.",
    not_renewable: "Kortet kan ikke fornyes nå.",
    until_out_of_range: "Siste dag må være innen ett år fra i dag.",
    delegated_already: "Denne personen har tilgang allerede.",
    not_yours_to_delegate: "Du har fått tilgangen av en kollega og kan ikke gi den videre.",
  },
  cards: {
    none: "Ingen kort ennå",
    noneTodo: "Søk for en arbeidstaker, så dukker kortet opp her.",
    search: "Søk på navn, kortnummer eller underenhet",
    show: "Vis",
    filters: {
      all: "Alle",
      valid: "Gyldige",
      attention: "Noe må gjøres",
      waiting: "Venter på legitimasjon",
      ended: "Avsluttet",
    },
    count: (shown, all) => `${shown} av ${all} kort`,
    noMatch: "Ingen kort passer med søket.",
    more: "Vis flere",
    born: "Født",
    number: "Kortnummer",
    unit: "Arbeidssted",
    industry: "Bransje",
    validUntil: (date) => `Gyldig til ${date}`,
    since: (date) => `siden ${date}`,
    whatToDo: "Hva du kan gjøre",
    mend: {
      card_expired: "Forny kortet her på siden.",
      worker_not_employed: "Meld arbeidsforholdet i a-meldingen, eller oppdraget i OAR. Kortet sjekkes på nytt hver natt.",
      employment_ended: "Arbeider personen her fortsatt, må dere søke på nytt.",
      company_not_registered: "Rett registreringen av virksomheten i Brønnøysund.",
      company_not_vat_registered: "Registrer virksomheten i Merverdiavgiftsregisteret hos Skatteetaten.",
      company_not_approved: "Søk Arbeidstilsynet om godkjenning for bransjen.",
      staffing_agency_not_registered: "Søk Arbeidstilsynet om godkjenning som bemanningsforetak.",
      worker_not_in_population_register: "Be arbeidstakeren kontakte Skatteetaten.",
      d_number_inactive: "Be arbeidstakeren møte hos Skatteetaten og gjøre D-nummeret aktivt igjen.",
      no_work_permit: "Be arbeidstakeren kontakte UDI. Uten tillatelse kan arbeidet ikke fortsette.",
      blocked_by_office: "Ta kontakt med kontoret som utsteder kortene.",
      card_seized: "Rett forholdet, og søk på nytt. Vedtaket kan påklages.",
      employment_removed: "Rett forholdet, og søk på nytt. Vedtaket kan påklages.",
      phone_lost: "Arbeidstakeren får kortet på en ny telefon hos kontoret.",
      register_silent: "Ingenting. Kortet sjekkes igjen når registeret svarer.",
      company_bankrupt: "Ta kontakt med bostyreren. Kortene gjelder ikke under konkurs.",
      worker_deceased: "Avslutt arbeidsforholdet. Er det feil, må Skatteetaten rette det.",
      other: "Ta kontakt med kontoret som utsteder kortene.",
    },
    waiting: "Venter på legitimasjon",
    complain: (date) => `Dere og arbeidstakeren kan klage fram til ${date}. Send klagen til kontoret som utsteder kortet, og oppgi nummeret.`,
    again: "Vil dere ha arbeidsforholdet tilbake på kortet, må dere rette forholdet og søke på nytt:",
    waitingTodo: "Be arbeidstakeren møte på kontoret med pass eller nasjonalt ID-kort. Da blir kortet aktivert på telefonen.",
    noPhoto: "Kortet mangler bilde.",
    addPhoto: (name) => `Legg til bilde av ${name}`,
    photoSet: (name) => `Bildet av ${name} er lagret.`,
    noPhone: "Ingen telefon viser kortet ennå.",
    expires: (date) => `Kortet går ut ${date}. Forny det før da.`,
    temporary: (date) => `Midlertidig til ${date}. Det gjelder for hele tiden når bilde, telefon og alle registre er på plass.`,
    coming: "Snart",
    end: (name) => `Avslutt for ${name}`,
    endAsk: (name) => `Avslutte arbeidsforholdet til ${name}?`,
    endWhat: "Kortet blir ugyldig for dere med en gang. Du kan angre i ett døgn. Andre arbeidsgivere merker ingenting.",
    endYes: "Ja, avslutt",
    ended: (name) => `Arbeidsforholdet til ${name} er avsluttet.`,
    undo: (name) => `Angre for ${name}`,
    undoUntil: (time) => `Du kan angre til ${time}.`,
    undone: (name) => `Arbeidsforholdet til ${name} gjelder igjen.`,
    renew: (name) => `Forny for ${name}`,
    renewYes: "Forny kortet",
    renewed: (name, date) => `Kortet til ${name} gjelder til ${date}.`,
    withdraw: (name) => `Trekk søknaden for ${name}`,
    withdrawAsk: (name) => `Trekke søknaden for ${name}?`,
    withdrawYes: "Ja, trekk den",
    withdrawn: (name) => `Søknaden for ${name} er trukket.`,
  },
  terms: {
    title: "Om arbeidsforholdet",
    industry: "Bransje på kortet",
    fits: "Passer med næringskodene til virksomheten.",
    unfit: (codes) => `Virksomheten har næringskode ${codes}, som ikke passer med bransjen. Skriv hvorfor dere søker likevel.`,
    unknown: "Vi har ikke fått svar fra Enhetsregisteret om næringskodene.",
    notApproved: "Virksomheten er ikke godkjent av Arbeidstilsynet for bransjen. Kortet blir ikke gyldig før den er det.",
    reason: "Begrunnelse",
    unit: "Arbeidssted (underenhet)",
    mainUnit: (name) => `${name} (hovedenheten)`,
    declaration: "Egenerklæring",
    declarationMeans: "",
    declare: "Jeg erklærer dette",
    declareFirst: "Velg bransje, les egenerklæringen og kryss av først.",
  },
  apply: {
    title: "Søk om kort for en arbeidstaker",
    lead: "Har personen et HMS-kort fra før, blir arbeidsforholdet lagt til på det kortet.",
    nationalId: "Fødselsnummer eller D-nummer",
    name: "Navn, som i passet",
    birthDate: "Fødselsdato",
    birthDateHint: "Bare hvis vi spør om den.",
    photo: "Velg bilde",
    photoHint: "Et bilde forfra, uten skygge i bakgrunnen. Det kan også legges til senere.",
    photoChosen: (file) => `Valgt: ${file}`,
    send: "Send søknaden",
    doneIdentified: (name, card) => `${name} har nå arbeidsforholdet på kort ${card}. Det vises i appen neste gang den har nett.`,
    doneWaiting: (name, card) => `Søknaden for ${name} er mottatt. Kort ${card} blir aktivert når arbeidstakeren har møtt på kontoret med pass eller nasjonalt ID-kort.`,
    photoFailed: "Søknaden er mottatt, men ikke bildet:",
    another: "Søk for en til",
  },
  table: {
    title: "Søk om kort for flere",
    lead: "Velg en CSV-fil fra lønnssystemet eller regnearket, eller lim inn radene. Feil vises rad for rad, og ingenting sendes før du sier ja.",
    template: "Last ned en mal",
    file: "CSV-fil",
    paste: "Eller lim inn her",
    pasteHint: "Fødselsnummer, navn og eventuelt underenhet, med en arbeidstaker på hver linje.",
    read: "Les tabellen",
    reading: "Leser tabellen …",
    counted: (rows, ready, refused) => `${rows} rader er lest. ${ready} kan sendes inn, ${refused} har feil.`,
    refusedTitle: "Rader med feil",
    refusedLead: "Last dem ned, rett dem og send dem inn som en ny tabell. De andre radene kan gå inn nå.",
    refusedMore: (count) => `Og ${count} til, i filen.`,
    line: "Linje",
    written: "Det som står der",
    fault: "Feil",
    lineOf: (line) => `Linje ${line}.`,
    download: "Last ned radene med feil",
    faultColumn: "feil",
    refusedFile: "rader-med-feil.csv",
    send: (count) => `Send inn ${count}`,
    sending: (done, all) => `${done} av ${all} er sendt inn.`,
    done: (count) => `Ferdig: ${count} søknader er sendt inn.`,
    stopped: "Innsendingen stoppet. Det som er sendt, er sendt én gang.",
    goOn: "Fortsett",
    forget: "Slett tabellen",
    another: "Ny tabell",
    earlier: "Tabeller fra den siste måneden",
    earlierRow: (date, applied, ready, refused) => `${date}: ${applied} sendt inn, ${ready} ikke sendt, ${refused} med feil`,
    open: (date) => `Åpne tabellen fra ${date}`,
  },
  colleagues: {
    title: "Hvem kan handle for virksomheten?",
    lead: "Du kan gi en kollega tilgang for en tid, og ta den tilbake når som helst.",
    you: "deg",
    always: "Uten sluttdato",
    until: (date) => `Til og med ${date}`,
    by: (name) => `Gitt av ${name}`,
    office: "Gitt av kontoret",
    remove: (name) => `Ta tilbake fra ${name}`,
    removeAsk: (name) => `Ta tilbake tilgangen fra ${name}?`,
    removeYes: "Ja, ta tilbake",
    removed: (name) => `${name} har ikke tilgang lenger.`,
    add: "Gi en kollega tilgang",
    addLead: "Kollegaen kan søke, avslutte og fornye som deg, men ikke gi tilgang videre.",
    nationalId: "Fødselsnummer eller D-nummer",
    name: "Navn",
    lastDay: "Siste dag",
    send: "Gi tilgang",
    added: (name) => `${name} har fått tilgang.`,
    notYours: "Du har fått tilgangen av en kollega og kan ikke gi den videre.",
  },
};
