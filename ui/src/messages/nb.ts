import type {
  ErrorCode,
  FindingCode,
  Freshness,
  Industry,
  MeetFault,
  Mender,
  Outcome,
  RefreshResult,
  Status,
  StatusReason,
} from "../backend/contract";
import type { ActErrorCode } from "../backend/acts";
import type { ReportErrorCode } from "../backend/report";
import type { InspectionErrorCode } from "../backend/inspections";
import { formats } from "./format";
import { nb as acts } from "./acts/nb";
import { errors as meetErrors, nb as meet } from "./meet/nb";
import { errors as inspectionErrors, nb as inspection } from "./inspection/nb";
import { nb as clocks } from "./clocks/nb";
import { nb as suggested } from "./suggested/nb";
import { nb as find } from "./find/nb";
import { nb as outdoors } from "./outdoors/nb";
import { nb as own } from "./own/nb";
import { nb as pack } from "./pack/nb";
import { nb as photo } from "./photo/nb";
import { nb as photoCode } from "./photo-code/nb";
import { nb as report } from "./report/nb";
import { numberIn, wordIn, type ErrorText, type FindingText, type ReasonText } from "./text";

const f = formats("nb-NO");

/** What a code that is no card looks like. */
const looksLike: Record<string, string> = {
  eu_covid_certificate: "et koronasertifikat fra EU",
  smart_health_card: "et helsekort (SMART Health Card)",
  coronacheck: "et nederlandsk koronabevis",
  plastic_hms_card: "det trykte HMS-kortet av plast",
  inspector_code: "en inspektørs kode",
  web_address: "en nettadresse",
  text: "vanlig tekst",
  digits: "bare sifre",
};

const industries: Record<Industry, string> = {
  construction: "Bygg og anlegg",
  cleaning: "Renhold",
  car_care: "Bilpleie, hjulskift og hjullagring",
};

const industryIn = (word: string | null) => industries[word as Industry] as string | undefined;

const statuses: Record<Status, string> = {
  valid: "Gyldig",
  invalid: "Ugyldig",
  suspended: "Midlertidig ugyldig",
  unconfirmed: "Kan ikke bekreftes",
};

const outcomes: Record<Outcome, string> = {
  valid: "Gyldig",
  invalid: "Ugyldig",
  unconfirmed: "Kan ikke bekreftes",
};

/** Who can mend it, as the inspector reads it. */
const menders: Record<Mender, string> = {
  worker: "Arbeidstakeren",
  employer: "Arbeidsgiveren",
  issuer: "Utstederen av kortet",
  register: "Registeret",
  inspector: "Du som inspektør",
  nobody: "Ingen – dette kan ikke rettes",
};

/** Who can mend it, as workers read it about their own card. */
const ownMenders: Record<Mender, string> = {
  worker: "Du selv",
  employer: "Arbeidsgiveren din",
  issuer: "Utstederen av kortet",
  register: "Registeret",
  inspector: "Tilsynet",
  nobody: "Ingen – dette kan ikke rettes",
};

const reasons: Record<StatusReason, ReasonText> = {
  card_expired: {
    headline: "Kortet er utløpt",
    meaning: "Gyldighetstiden for kortet er ute.",
    mend: "Be arbeidsgiveren din søke om nytt kort.",
  },
  worker_not_employed: {
    headline: "Du er ikke registrert hos arbeidsgiveren",
    meaning:
      "Du står verken i Aa-registeret (ansatte) eller i OAR (oppdrag for utenlandske virksomheter) hos denne virksomheten.",
    mend: "Be arbeidsgiveren din registrere arbeidsforholdet i a-meldingen eller i OAR. Kortet sjekkes på nytt hver natt.",
  },
  employment_ended: {
    headline: "Arbeidsforholdet er avsluttet",
    meaning: "Arbeidsgiveren har meldt at du har sluttet.",
    mend: "Har du ikke sluttet, må arbeidsgiveren din rette a-meldingen og søke på nytt.",
  },
  company_not_registered: {
    headline: "Virksomheten er ikke registrert",
    meaning: "Virksomheten finnes ikke som aktiv i Enhetsregisteret eller Foretaksregisteret.",
    mend: "Arbeidsgiveren din må rette registreringen i Brønnøysund.",
  },
  company_not_vat_registered: {
    headline: "Virksomheten er ikke i Merverdiavgiftsregisteret",
    meaning: "Virksomheten må være registrert for merverdiavgift for å ha HMS-kort.",
    mend: "Arbeidsgiveren din må registrere virksomheten hos Skatteetaten.",
  },
  company_not_approved: {
    headline: "Virksomheten er ikke godkjent",
    meaning: "Virksomheter innen renhold og bilpleie må være godkjent av Arbeidstilsynet.",
    mend: "Arbeidsgiveren din må søke Arbeidstilsynet om godkjenning.",
  },
  staffing_agency_not_registered: {
    headline: "Bemanningsforetaket er ikke godkjent",
    meaning: "Virksomheten leier ut arbeidstakere, men står ikke i bemanningsforetaksregisteret.",
    mend: "Arbeidsgiveren din må søke Arbeidstilsynet om godkjenning som bemanningsforetak.",
  },
  worker_not_in_population_register: {
    headline: "Du er ikke funnet i Folkeregisteret",
    meaning: "Fødselsnummeret eller D-nummeret ditt ble ikke funnet, eller er ikke aktivt.",
    mend: "Ta kontakt med Skatteetaten og be dem rette opplysningene dine.",
  },
  d_number_inactive: {
    headline: "D-nummeret ditt er inaktivt",
    meaning: "Et D-nummer blir inaktivt etter fem år uten fornyelse, og da faller kortet også.",
    mend: "Møt opp hos Skatteetaten med pass eller nasjonalt ID-kort for å gjøre D-nummeret aktivt igjen.",
  },
  no_work_permit: {
    headline: "Det mangler tillatelse til å arbeide",
    meaning: "Vi finner ingen oppholdstillatelse som gir deg rett til å arbeide.",
    mend: "Ta kontakt med UDI. Har du fått ny tillatelse, kan det ta noen dager før den er registrert.",
  },
  blocked_by_office: {
    headline: "Kortet er sperret",
    meaning: "Utstederen har sperret kortet.",
    mend: "Ta kontakt med utstederen for å få vite hvorfor.",
  },
  card_seized: {
    headline: "Kortet er inndratt",
    meaning: "En inspektør har inndratt kortet. Arbeidsgiveren din har fått beskjed.",
    mend: "Arbeidsgiveren din må rette forholdet og søke på nytt.",
  },
  employment_removed: {
    headline: "Arbeidsforholdet er fjernet fra kortet",
    meaning: "En inspektør har fjernet dette arbeidsforholdet. Arbeidsgiveren din har fått beskjed.",
    mend: "Arbeidsgiveren din må rette forholdet og søke på nytt.",
  },
  device_replaced: {
    headline: "Kortet er flyttet til en annen telefon",
    meaning: "Kortet er tatt i bruk på en annen telefon, og gjelder ikke lenger på denne.",
    mend: "Bruk kortet på den nye telefonen. Var det ikke du som flyttet det, må du si fra til utstederen med en gang.",
  },
  phone_lost: {
    headline: "Telefonen er meldt tapt",
    meaning: "Du eller arbeidsgiveren har meldt at telefonen er borte.",
    mend: "Har du funnet den igjen, må du be om en ny aktiveringskode.",
  },
  register_silent: {
    headline: "Et register har ikke svart",
    meaning: "Kortet kunne ikke sjekkes mot alle registrene. Det betyr ikke at kortet er ugyldig.",
    mend: "Du trenger ikke å gjøre noe. Kortet sjekkes igjen når registeret svarer.",
  },
  company_bankrupt: {
    headline: "Virksomheten er konkurs",
    meaning: "Enhetsregisteret melder at virksomheten er konkurs.",
    mend: "Driver konkursboet arbeidet videre, må boet søke om kort under sitt eget organisasjonsnummer.",
  },
  worker_deceased: {
    headline: "Folkeregisteret melder at du er død",
    meaning: "Nummeret på kortet tilhører en person som er meldt død.",
    mend: "Er det feil, må du ta kontakt med Skatteetaten med en gang.",
  },
};

const findings: Record<FindingCode, FindingText> = {
  card_expired: {
    headline: "Kortet er utløpt",
    happened: () => "Gyldighetstiden for kortet er ute.",
    todo: "Arbeidsgiveren må søke om nytt kort.",
  },
  worker_not_employed: {
    headline: "Ikke registrert i Aa-registeret eller OAR",
    happened: () => "Arbeidstakeren står ikke registrert med arbeidsforhold eller oppdrag hos denne virksomheten.",
    todo: "Spør hvem arbeidstakeren jobber for i dag. Har kortet flere arbeidsforhold, be om å få se det riktige.",
  },
  employment_ended: {
    headline: "Arbeidsforholdet er avsluttet",
    happened: () => "Arbeidsgiveren har meldt at arbeidstakeren har sluttet.",
    todo: "Spør hvem arbeidstakeren jobber for i dag. Har kortet flere arbeidsforhold, be om å få se det riktige.",
  },
  company_not_registered: {
    headline: "Virksomheten er ikke registrert",
    happened: () => "Virksomheten finnes ikke som aktiv i Enhetsregisteret eller Foretaksregisteret.",
    todo: "Arbeidsgiveren må rette registreringen i Brønnøysund.",
  },
  company_not_vat_registered: {
    headline: "Ikke i Merverdiavgiftsregisteret",
    happened: () => "Virksomheten står ikke i Merverdiavgiftsregisteret.",
    todo: "Arbeidsgiveren må registrere virksomheten hos Skatteetaten.",
  },
  company_not_approved: {
    headline: "Virksomheten er ikke godkjent",
    happened: () => "Virksomheten mangler godkjenning fra Arbeidstilsynet for renhold eller bilpleie.",
    todo: "Arbeidsgiveren må søke Arbeidstilsynet om godkjenning.",
  },
  staffing_agency_not_registered: {
    headline: "Bemanningsforetaket er ikke godkjent",
    happened: () => "Virksomheten leier ut arbeidstakere, men står ikke i bemanningsforetaksregisteret.",
    todo: "Spør hvem arbeidstakeren er leid inn fra. Arbeidsgiveren må søke Arbeidstilsynet om godkjenning.",
  },
  worker_not_in_population_register: {
    headline: "Ikke funnet i Folkeregisteret",
    happened: () => "Fødselsnummeret eller D-nummeret ble ikke funnet, eller er ikke aktivt.",
    todo: "Arbeidstakeren må få Skatteetaten til å rette opplysningene sine.",
  },
  d_number_inactive: {
    headline: "D-nummeret er inaktivt",
    happened: () => "D-nummeret er ikke fornyet på fem år.",
    todo: "Arbeidstakeren må møte hos Skatteetaten for å gjøre det aktivt igjen.",
  },
  no_work_permit: {
    headline: "Mangler tillatelse til å arbeide",
    happened: () => "Det er ikke funnet oppholdstillatelse som gir rett til å arbeide.",
    todo: "Be om å få se vedtaket. En ny tillatelse kan være gitt uten at den er registrert ennå.",
  },
  blocked_by_office: {
    headline: "Kortet er sperret",
    happened: () => "Utstederen har sperret kortet.",
    todo: "Ta kontakt med utstederen for å få vite hvorfor.",
  },
  card_seized: {
    headline: "Kortet er inndratt",
    happened: () => "En inspektør har inndratt kortet tidligere.",
    todo: "Arbeidsgiveren må søke på nytt før kortet kan brukes igjen.",
  },
  employment_removed: {
    headline: "Arbeidsforholdet er fjernet",
    happened: () => "En inspektør har fjernet dette arbeidsforholdet fra kortet.",
    todo: "Arbeidsgiveren må søke på nytt. Har kortet flere arbeidsforhold, be om å få se det riktige.",
  },
  device_replaced: {
    headline: "Kortet er flyttet til en annen telefon",
    happened: () => "Denne telefonen viser et kort som er tatt i bruk på en annen telefon.",
    todo: "Be om å få se kortet på den nye telefonen.",
  },
  phone_lost: {
    headline: "Telefonen er meldt tapt",
    happened: () => "Kortet vises på en telefon som er meldt tapt.",
    todo: "Sammenlign ansiktet med bildet på kortet, og spør om fødselsnummer eller D-nummer.",
  },
  register_silent: {
    headline: "Et register har ikke svart",
    happened: () => "Kortet kunne ikke sjekkes mot alle registrene. Det betyr ikke at det er ugyldig.",
    todo: "Oppdater data og kontroller på nytt. Skriv ned kortnummeret om det ikke hjelper.",
  },
  company_bankrupt: {
    headline: "Virksomheten er konkurs",
    happened: () => "Enhetsregisteret melder at virksomheten er konkurs.",
    todo: "Spør hvem som driver arbeidet nå. Et konkursbo har eget organisasjonsnummer.",
  },
  worker_deceased: {
    headline: "Folkeregisteret melder dødsfall",
    happened: () => "Folkeregisteret melder at personen på kortet er død.",
    todo: "Sammenlign bildet og spør om fødselsnummeret. Kortet kan være brukt av noen andre.",
  },
  no_key_set: {
    headline: "Denne enheten har ingen data ennå",
    happened: () => "Enheten har aldri hentet nøkler og status for kortene, og kan ikke kontrollere noe.",
    todo: "Gå dit det er nett, og velg «Oppdater data».",
  },
  data_too_old: {
    headline: "Dataene er for gamle",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      const limit = numberIn(e, "max_age_seconds");
      return age === null || limit === null
        ? "Dataene på denne enheten er eldre enn grensen for å kunne si at et kort er gyldig."
        : `Dataene på denne enheten er ${f.duration(age)} gamle. Grensen er ${f.duration(limit)}.`;
    },
    todo: "Velg «Oppdater data», og kontroller på nytt.",
  },
  clock_behind: {
    headline: "Klokken på denne enheten går feil",
    happened: (e) => {
      const behind = numberIn(e, "behind_seconds");
      return behind === null
        ? "Klokken på denne enheten går for sent."
        : `Klokken på denne enheten går minst ${f.duration(behind)} for sent.`;
    },
    todo: "Still klokken, helst automatisk, og kontroller på nytt. Feilen ligger ikke hos arbeidstakeren.",
  },
  not_a_card_code: {
    headline: "Dette er ikke koden til et digitalt HMS-kort",
    happened: (e) => {
      const kind = looksLike[wordIn(e, "looks_like") ?? ""];
      return kind === undefined
        ? "Koden er lest, men den hører ikke til et digitalt HMS-kort."
        : `Koden er lest, men ser ut som ${kind}.`;
    },
    todo: "Be arbeidstakeren åpne HMS-kortet i appen, og les koden der.",
  },
  foreign_issuer: {
    headline: "Kortet er fra en annen utsteder",
    happened: (e) => {
      const host = wordIn(e, "host");
      return host === null
        ? "Koden er laget av en utsteder som denne enheten ikke kjenner."
        : `Koden viser til ${host}, som denne enheten ikke har nøkler fra.`;
    },
    todo: "Åpne ikke adressen. Spør hvor arbeidstakeren har fått kortet fra.",
  },
  unknown_format: {
    headline: "Koden er i et nyere format",
    happened: (e) => {
      const version = numberIn(e, "version");
      return version === null
        ? "Denne appen kjenner ikke formatet."
        : `Denne appen kjenner ikke format ${f.count(version)}.`;
    },
    todo: "Installer siste versjon av appen, og kontroller på nytt.",
  },
  code_damaged: {
    headline: "Koden er skadet",
    happened: () => "Bare deler av koden er lest, eller noe er endret.",
    todo: "Les koden på nytt. Tørk av skjermen og skru opp lysstyrken.",
  },
  wallet_pass: {
    headline: "Koden er fra Google Wallet",
    happened: () => "Kortet er vist fra Google Wallet. Det beviser mindre enn appen, for hemmeligheten ligger hos Google.",
    todo: "Be om å få se kortet i arbeidstakerens egen app.",
  },
  code_too_long: {
    headline: "Koden er for lang",
    happened: () => "Koden er lengre enn koden til et HMS-kort kan være.",
    todo: "Be arbeidstakeren åpne HMS-kortet i appen, og les koden der.",
  },
  unknown_issuer_key: {
    headline: "Signert med en ukjent nøkkel",
    happened: () => "Kortet er signert med en nøkkel som denne enheten ikke har. Den kan være ny.",
    todo: "Velg «Oppdater data», og kontroller på nytt.",
  },
  issuer_key_withdrawn: {
    headline: "Nøkkelen til utstederen er trukket tilbake",
    happened: () => "Kortet er signert med en nøkkel som ikke lenger gjelder.",
    todo: "Be arbeidstakeren oppdatere kortet i appen, og kontroller på nytt.",
  },
  credential_forged: {
    headline: "Kortet er forfalsket",
    happened: () => "Kortet har ikke en ekte signatur fra utstederen.",
    todo: "Følg rutinen for falske kort. Skriv ned det som står på skjermen til arbeidstakeren.",
  },
  proof_forged: {
    headline: "Koden er ikke laget av telefonen til arbeidstakeren",
    happened: () => "Kortet er ekte, men koden er ikke signert av telefonen som kortet hører til.",
    todo: "Følg rutinen for lånte og falske kort. Sammenlign ansiktet med bildet.",
  },
  code_too_old: {
    headline: "Koden er for gammel",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null
        ? "Koden er eldre enn den kan være. Det kan være et bilde, eller en klokke som går feil."
        : `Koden er ${f.duration(age)} gammel. Det kan være et bilde, eller en klokke som går feil.`;
    },
    todo: "Be om fire sifre. Da spiller klokkene ingen rolle.",
  },
  code_from_future: {
    headline: "Koden er fra fremtiden",
    happened: (e) => {
      const ahead = numberIn(e, "ahead_seconds");
      return ahead === null
        ? "En av klokkene går feil."
        : `Koden er ${f.duration(ahead)} foran klokken på denne enheten. En av klokkene går feil.`;
    },
    todo: "Be om fire sifre. Da spiller klokkene ingen rolle.",
  },
  paper_code: {
    headline: "Koden er trykt på papir",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Dette er en kode på papir. Den som har en kopi, har den også." : `Arket er ${f.duration(age)} gammelt. Papir kan kopieres.`;
    },
    todo: "Be om å få se kortet på telefonen.",
  },
  paper_too_old: {
    headline: "Koden på papir er for gammel",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Koden på papir gjelder ikke lenger." : `Arket er ${f.duration(age)} gammelt, og det er for gammelt.`;
    },
    todo: "Be om å få se kortet på telefonen.",
  },
  challenge_missing: {
    headline: "Koden har ikke de fire sifrene",
    happened: () => "Koden ble laget før arbeidstakeren tastet sifrene.",
    todo: "Be arbeidstakeren taste sifrene i appen, og les koden på nytt.",
  },
  challenge_wrong: {
    headline: "Koden har andre sifre",
    happened: () => "Koden er laget med andre sifre enn dem du ga.",
    todo: "Be om nye sifre, og pass på at de tastes riktig.",
  },
  not_yet_valid: {
    headline: "Kortet gjelder ikke ennå",
    happened: (e) => {
      const from = numberIn(e, "from");
      return from === null
        ? "Kortet er utstedt, men gyldighetstiden har ikke begynt."
        : `Kortet gjelder først fra ${f.dateTime(from)}.`;
    },
    todo: "Arbeidstakeren må vente til kortet gjelder.",
  },
  card_newer_than_data: {
    headline: "Kortet er nyere enn dataene",
    happened: () => "Kortet er utstedt etter at denne enheten sist hentet data.",
    todo: "Velg «Oppdater data», og kontroller på nytt.",
  },
  invalid_without_reason: {
    headline: "Kortet er ugyldig",
    happened: () => "Statuslisten sier at kortet er ugyldig, men ikke hvorfor.",
    todo: "Oppdater data for å se årsaken.",
  },
  suspended: {
    headline: "Kortet er midlertidig ugyldig",
    happened: () => "Kortet er satt ut av kraft inntil noe er avklart.",
    todo: "Arbeidsgiveren eller arbeidstakeren må ta kontakt med utstederen.",
  },
  unconfirmed_by_register: {
    headline: "Registrene har ikke bekreftet kortet",
    happened: () => "Ett eller flere registre svarte ikke ved siste sjekk. Det betyr ikke at kortet er ugyldig.",
    todo: "Oppdater data og kontroller på nytt. Skriv ned kortnummeret om det ikke hjelper.",
  },
  industry_not_accepted: {
    headline: "Kortet er for feil bransje",
    happened: (e) => {
      const card = industryIn(wordIn(e, "card"));
      const site = industryIn(wordIn(e, "site"));
      return card === undefined || site === undefined
        ? "Kortet gjelder en annen bransje enn stedet du kontrollerer."
        : `Kortet gjelder ${card.toLowerCase()}, men stedet er ${site.toLowerCase()}.`;
    },
    todo: "Har kortet flere arbeidsforhold, be om å få se det riktige. Ellers må arbeidsgiveren søke om riktig kort.",
  },
  typed_code_wrong: {
    headline: "Sifrene stemmer ikke",
    happened: () => "De seks sifrene hører ikke til dette kortnummeret akkurat nå.",
    todo: "Les av på nytt. Sifrene byttes ofte, så tast dem med en gang.",
  },
};

const errors: Record<Exclude<ErrorCode, ActErrorCode | InspectionErrorCode | MeetFault | ReportErrorCode>, ErrorText> = {
  no_key_store: {
    happened: "Maskinen har ikke noe nøkkellager vi kan bruke.",
    todo: "Slå på nøkkellageret (for eksempel «Passord og nøkler»), og start appen på nytt.",
  },
  key_store_locked: {
    happened: "Nøkkellageret er låst.",
    todo: "Lås det opp ved å logge inn på maskinen, og prøv igjen.",
  },
  store_key_missing: {
    happened: "Nøkkelen til dataene på enheten er borte.",
    todo: "Ingenting er slettet. Prøv igjen etter at du har logget inn på nytt. Hjelper det ikke, må du aktivere på nytt.",
  },
  store_damaged: {
    happened: "Dataene på enheten lar seg ikke lese.",
    todo: "Start appen på nytt. Hjelper det ikke, må du aktivere på nytt.",
  },
  store_busy: {
    happened: "Dataene er i bruk akkurat nå.",
    todo: "Vent litt, og prøv igjen. Lukk andre vinduer av appen.",
  },
  not_enrolled: {
    happened: "Denne enheten er ikke aktivert.",
    todo: "Skriv inn koden du har fått.",
  },
  already_enrolled: {
    happened: "Denne enheten er allerede aktivert.",
    todo: "Lukk appen og åpne den igjen.",
  },
  activation_malformed: {
    happened: "Dette ser ikke ut som en aktiveringskode.",
    todo: "Sjekk at du har fått med hele koden eller lenken.",
  },
  activation_unknown: {
    happened: "Koden finnes ikke.",
    todo: "Sjekk at den er skrevet riktig, eller be om en ny.",
  },
  activation_expired: {
    happened: "Koden er utløpt.",
    todo: "Be om en ny kode.",
  },
  activation_used: {
    happened: "Koden er brukt allerede.",
    todo: "Var det ikke deg, må du si fra til utstederen. Ellers kan du be om en ny kode.",
  },
  activation_locked: {
    happened: "Koden er låst etter for mange forsøk.",
    todo: "Be om en ny kode.",
  },
  store_full: {
    happened: "Det er ikke plass på enheten.",
    todo: "Frigjør plass, og prøv igjen. Ingenting er gått tapt.",
  },
  no_index: {
    happened: "Det er ingenting å slå opp i på enheten ennå.",
    todo: "Oppdater data med nett, og vent til alt er hentet.",
  },
  index_locked: {
    happened: "Oppslag er låst.",
    todo: "Sjekk at klokken går riktig, koble til nett, og oppdater data.",
  },
  enrolment_revoked: {
    happened: "Tilgangen for denne enheten er trukket tilbake.",
    todo: "Ta kontakt med den som ga deg tilgang.",
  },
  service_unreachable: {
    happened: "Vi får ikke kontakt med tjenesten.",
    todo: "Sjekk at du har nett, og prøv igjen.",
  },
  service_refused: {
    happened: "Tjenesten sa nei.",
    todo: "Prøv igjen om litt. Hjelper det ikke, ta kontakt med utstederen.",
  },
  service_answer_unreadable: {
    happened: "Tjenesten svarte noe vi ikke forstår.",
    todo: "Sjekk at du har siste versjon av appen, og prøv igjen.",
  },
  issuer_not_trusted: {
    happened: "Tjenesten er ikke den vi kjenner.",
    todo: "Ikke fortsett. Koden kan være falsk. Sjekk hvem du fikk den av.",
  },
  key_set_rejected: {
    happened: "De nye dataene ble avvist fordi noe ikke stemte.",
    todo: "De gamle dataene brukes fortsatt. Prøv igjen om litt, og si fra hvis det fortsetter.",
  },
  no_code_found: {
    happened: "Vi fant ingen kode i bildet.",
    todo: "Ta et skarpt bilde der hele koden er med, og prøv igjen.",
  },
  several_codes: {
    happened: "Det er mer enn én kode i bildet.",
    todo: "Hold bare én kode foran kameraet.",
  },
  image_unreadable: {
    happened: "Bildet lar seg ikke åpne.",
    todo: "Bruk et bilde i formatet PNG, JPEG eller WebP.",
  },
  image_too_large: {
    happened: "Bildet er for stort.",
    todo: "Beskjær det til koden, eller bruk et mindre bilde.",
  },
  rate_limited: {
    happened: "Det har vært for mange forsøk.",
    todo: "Vent noen minutter før du prøver igjen.",
  },
  challenge_malformed: {
    happened: "Sifrene er ikke gyldige.",
    todo: "Skriv nøyaktig de fire sifrene inspektøren ga deg.",
  },
  clock_unreadable: {
    happened: "Vi får ikke lest klokken på enheten.",
    todo: "Sjekk dato og klokkeslett i innstillingene.",
  },
  wallet_locked: {
    happened: "Kortet er låst.",
    todo: "Skriv PIN-koden.",
  },
  pin_wrong: {
    happened: "Det er ikke PIN-koden.",
    todo: "Prøv igjen.",
  },
  pin_wait: {
    happened: "Det har vært for mange gale forsøk.",
    todo: "Vent litt før du prøver igjen.",
  },
  pin_spent: {
    happened: "Det har vært for mange gale forsøk.",
    todo: "Fjern kortet fra telefonen, og be om en ny aktiveringskode.",
  },
  pin_malformed: {
    happened: "En PIN-kode er 4 til 8 sifre.",
    todo: "Skriv bare sifre.",
  },
  pin_too_simple: {
    happened: "Denne PIN-koden er for lett å gjette.",
    todo: "Velg en der sifrene verken er like eller på rad.",
  },
  no_position: {
    happened: "Posisjonen kan ikke brukes.",
    todo: "Prøv igjen ute, eller velg virksomheten selv.",
  },
  internal: {
    happened: "Noe gikk galt i appen.",
    todo: "Prøv igjen. Hjelper det ikke, start appen på nytt.",
  },
};

const freshness: Record<Freshness, string> = {
  fresh: "Ferske data",
  ageing: "Dataene bør oppdateres snart",
  stale: "Dataene er for gamle",
};

const refreshed: Record<RefreshResult, (age: string | null) => string> = {
  updated: () => "Kortet er oppdatert.",
  unmodified: () => "Kortet er sjekket. Ingenting er endret.",
  cached: (age) =>
    age === null
      ? "Ingen kontakt med tjenesten. Kortet er aldri sjekket fra denne telefonen."
      : `Ingen kontakt med tjenesten. Det du ser, ble sjekket for ${age} siden.`,
};

const synced: Record<RefreshResult, string> = {
  updated: "Dataene er oppdatert.",
  unmodified: "Du hadde de nyeste dataene fra før.",
  cached: "Ingen kontakt med tjenesten. De gamle dataene brukes fortsatt.",
};

/** Bokmål: the reference. Every other language has exactly these keys. */
export const nb = {
  app: {
    name: "HMS-kort",
    languageLabel: "Språk",
    skipToContent: "Hopp til innholdet",
    loading: "Laster …",
    retry: "Prøv igjen",
    close: "Lukk",
    cancel: "Avbryt",
    technical: "Teknisk",
    somethingWrong: "Noe gikk galt",
    rehearsal: "Øvelse: Denne appen er satt opp for prøving. Ikke bruk den til ekte kontroll.",
    version: (version: string) => `Versjon ${version}`,
  },
  industries,
  statuses,
  outcomes,
  menders,
  ownMenders,
  reasons,
  findings,
  errors: { ...errors, ...acts.errors, ...meetErrors, ...inspectionErrors, ...report.errors },
  acts,
  meet,
  inspection,
  outdoors,
  own,
  pack,
  photo,
  photoCode,
  report,
  clocks,
  suggested,
  find,
  start: {
    title: "Hva skal du bruke appen til?",
    lead: "Velg én gang på denne enheten. Appen fungerer uten nett når den er satt opp.",
    worker: "Jeg er arbeidstaker",
    workerText: "Ha HMS-kortet ditt på telefonen. Vis det til inspektører, byggherrer og kunder.",
    inspector: "Jeg er inspektør",
    inspectorText: "Kontroller HMS-kort på tilsyn, også der det ikke er nett. Du ser hvorfor et kort er ugyldig.",
    opening: "Åpner …",
    otherRole: "Jeg valgte feil. Gå tilbake til valget.",
  },
  card: {
    holder: "Navn",
    number: "Kortnummer",
    company: "Virksomhet",
    organisationNumber: "Organisasjonsnummer",
    subUnit: "Underenhet",
    industry: "Bransje",
    validUntil: "Gyldig til",
    issuer: "Utsteder",
    status: "Status",
    since: (date: string) => `Siden ${date}`,
    sinceUnknown: "Vi vet ikke siden når",
    whoMends: "Hvem kan rette det",
    howToMend: "Slik rettes det",
    photoOf: (name: string) => `Bilde av ${name}`,
    noPhoto: "Uten bilde",
    photoFailed: "Bildet kan ikke vises",
  },
  activation: {
    title: "Aktiver HMS-kortet",
    lead: "Arbeidsgiveren din har søkt om kortet. Du har fått en kode eller en lenke for å hente det hit.",
    label: "Aktiveringskode eller lenke",
    hint: "Skriv eller lim inn hele koden.",
    submit: "Hent kortet",
    submitting: "Henter kortet …",
    missing: "Skriv inn koden først.",
    or: "Har du koden som et bilde?",
    picture: "Velg bilde av koden",
    camera: "Les koden med kameraet",
    stopCamera: "Stopp kameraet",
    reading: "Leser bildet …",
    found: "Koden er lest. Sjekk den, og velg «Hent kortet».",
    aim: "Hold koden foran kameraet.",
  },
  wallet: {
    title: "HMS-kortet mitt",
    employments: "Arbeidsforhold",
    employmentsHint: "Velg hvem du jobber for nå.",
    noEmployments: "Det er ingen arbeidsforhold på kortet",
    noEmploymentsText: "Be arbeidsgiveren din søke om HMS-kort for deg, og hent så kortet på nytt.",
    show: "Vis denne koden",
    qrLabel: (company: string) => `QR-kode for HMS-kortet ditt hos ${company}`,
    rotation: "Koden byttes hele tiden. Et bilde av den er verdiløst.",
    secondsLeft: (seconds: number) => `${f.count(seconds)} s`,
    preparing: "Lager koden …",
    late: "Koden er skjult fordi den er gått ut. Vi lager en ny.",
    typed: "Kan ikke koden leses?",
    typedHint: "Oppgi kortnummeret og disse seks sifrene. De sjekkes på nett.",
    typedCode: "Sifre",
    challenge: "Inspektøren ga meg fire sifre",
    challengeHint: "Da beviser koden at kortet er ditt akkurat nå.",
    challengeActive: (digits: string) => `Koden svarer på sifrene ${digits}.`,
    challengeClear: "Fjern sifrene",
    challengeIncomplete: "Skriv alle fire sifrene.",
    notValidTitle: {
      invalid: "Kortet ditt er ugyldig",
      suspended: "Kortet ditt er midlertidig ugyldig",
      unconfirmed: "Kortet ditt kan ikke bekreftes",
    },
    notValidText: "Du kan fortsatt vise koden. Den som kontrollerer, ser det samme som du.",
    noReason: "Vi har ikke fått vite hvorfor. Ta kontakt med utstederen.",
    refresh: "Oppdater kortet",
    refreshing: "Oppdaterer …",
    lastRefresh: (age: string) => `Sist sjekket for ${age} siden`,
    neverRefreshed: "Kortet er ikke sjekket ennå",
    refreshed,
  },
  camera: {
    start: "Start kameraet",
    stop: "Stopp kameraet",
    starting: "Starter kameraet …",
    aim: "Hold koden foran kameraet",
    lens: "Kamera",
    lensNumber: (number: number) => `Kamera ${f.count(number)}`,
    torchOn: "Slå på lys",
    torchOff: "Slå av lys",
    view: "Bildet fra kameraet",
    none: "Denne enheten har ikke noe kamera vi kan bruke.",
    refused: "Appen har ikke lov til å bruke kameraet.",
    busy: "Kameraet er i bruk av et annet program.",
    lost: "Kameraet gir ikke bilder lenger. Start det på nytt.",
    insteadWorker: "Skriv inn koden, eller velg et bilde av den.",
    insteadInspector: "Bruk et bilde, en håndskanner eller kortnummer og sifre i stedet.",
  },
  enrolment: {
    title: "Sett opp enheten for tilsyn",
    lead: "Du trenger en kode eller lenke fra etaten din. Etterpå kan du kontrollere kort uten nett.",
    label: "Kode eller lenke for inspektører",
    hint: "Skriv eller lim inn hele koden.",
    submit: "Sett opp",
    submitting: "Setter opp …",
    missing: "Skriv inn koden først.",
  },
  keySet: {
    title: "Data på enheten",
    age: (age: string) => `Dataene er ${age} gamle`,
    cards: (cards: number) => `Dekker ${f.count(cards)} kort`,
    version: (version: number) => `Versjon ${version}`,
    staleAt: (date: string) => `Gir grønt svar til ${date}`,
    staleSince: "Kan ikke gi grønt svar. Oppdater dataene.",
    none: "Ingen data ennå",
    noneText: "Hent data før du kontrollerer kort.",
    freshness,
    sync: "Oppdater data",
    syncing: "Oppdaterer …",
    progress: (done: string, total: string | null) =>
      total === null ? `Henter: ${done}` : `Henter: ${done} av ${total}`,
    progressLabel: "Henting av data",
    synced,
  },
  check: {
    title: "Kontroller kort",
    site: "Hva slags sted er du på?",
    anySite: "Alle bransjer",
    ways: "Andre måter å lese koden på",
    scanner: "Håndskanner: Bare skann. Du trenger ikke å velge noe felt.",
    picture: "Velg et bilde",
    pictureHint: "Du kan også lime inn et bilde eller slippe det hvor som helst her.",
    drop: "Slipp bildet for å kontrollere",
    text: "Tekst fra koden",
    textSubmit: "Kontroller teksten",
    textMissing: "Lim inn eller skriv teksten først.",
    typed: "Kortnummer og sifre",
    typedHint: "Når koden ikke kan leses. Krever nett.",
    cardNumber: "Kortnummer (7 sifre)",
    digits: "Sifre fra appen (6)",
    typedSubmit: "Kontroller på nett",
    typedMissing: "Skriv både kortnummeret og sifrene.",
    checking: "Kontrollerer …",
    notYetAnswered: "Koden i bildet har ikke de fire sifrene ennå. Be arbeidstakeren taste dem.",
  },
  challenge: {
    ask: "Be om fire sifre",
    askAgain: "Lag nye sifre",
    why: "Slik vet du at koden lages her og nå, uansett hva klokkene viser.",
    tell: "Be arbeidstakeren taste dette i appen:",
    active: "Neste kontroll krever disse sifrene.",
    clear: "Fjern sifrene",
  },
  verdict: {
    words: {
      valid: "GYLDIG",
      invalid: "UGYLDIG",
      unconfirmed: "KAN IKKE BEKREFTES",
    } satisfies Record<Outcome, string>,
    sentences: {
      valid: "Kortet gjelder her og nå. Sjekk at det er riktig person.",
      invalid: "Kortet kan ikke brukes slik det er nå.",
      unconfirmed: "Kontrollen ga ikke noe sikkert svar. Det betyr ikke at kortet er ugyldig.",
    } satisfies Record<Outcome, string>,
    reasons: "Årsak",
    moreReasons: "Årsaker",
    card: "På kortet",
    noCard: "Koden inneholder ikke noe kort vi kan lese.",
    todo: "Gjør dette",
    basis: "Grunnlag for svaret",
    codeAge: "Koden er",
    codeAgeValue: (age: string) => `${age} gammel`,
    dataAge: "Dataene er",
    dataAgeValue: (age: string) => `${age} gamle`,
    noData: "Ingen data på enheten",
    online: "Sjekket på nett hos utstederen",
    checkedAt: "Kontrollert",
    next: "Neste",
  },
};

export type Catalogue = typeof nb;
