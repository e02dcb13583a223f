import type { ActErrorCode } from "../backend/acts";
import type { ReportErrorCode } from "../backend/report";
import type { InspectionErrorCode } from "../backend/inspections";
import type { Industry, MeetFault } from "../backend/contract";
import { formats } from "./format";
import type { Catalogue } from "./nb";
import { nn as acts } from "./acts/nn";
import { errors as meetErrors, nn as meet } from "./meet/nn";
import { errors as inspectionErrors, nn as inspection } from "./inspection/nn";
import { nn as clocks } from "./clocks/nn";
import { nn as suggested } from "./suggested/nn";
import { nn as find } from "./find/nn";
import { nn as outdoors } from "./outdoors/nn";
import { nn as own } from "./own/nn";
import { nn as pack } from "./pack/nn";
import { nn as photo } from "./photo/nn";
import { nn as photoCode } from "./photo-code/nn";
import { nn as report } from "./report/nn";
import { numberIn, wordIn } from "./text";

const f = formats("nn-NO");

const looksLike: Record<string, string> = {
  eu_covid_certificate: "eit koronasertifikat frå EU",
  smart_health_card: "eit helsekort (SMART Health Card)",
  coronacheck: "eit nederlandsk koronabevis",
  plastic_hms_card: "det trykte HMS-kortet av plast",
  inspector_code: "koden til ein inspektør",
  web_address: "ei nettadresse",
  text: "vanleg tekst",
  digits: "berre siffer",
};

const industries: Catalogue["industries"] = {
  construction: "Bygg og anlegg",
  cleaning: "Reinhald",
  car_care: "Bilpleie, hjulskift og hjullagring",
};

const industryIn = (word: string | null) => industries[word as Industry] as string | undefined;

const reasons: Catalogue["reasons"] = {
  card_expired: {
    headline: "Kortet er gått ut",
    meaning: "Gyldigtida for kortet er ute.",
    mend: "Be arbeidsgivaren din søkje om nytt kort.",
  },
  worker_not_employed: {
    headline: "Du er ikkje registrert hos arbeidsgivaren",
    meaning:
      "Du står korkje i Aa-registeret (tilsette) eller i OAR (oppdrag for utanlandske verksemder) hos denne verksemda.",
    mend: "Be arbeidsgivaren din registrere arbeidsforholdet i a-meldinga eller i OAR. Kortet blir sjekka på nytt kvar natt.",
  },
  employment_ended: {
    headline: "Arbeidsforholdet er avslutta",
    meaning: "Arbeidsgivaren har meldt at du har slutta.",
    mend: "Har du ikkje slutta, må arbeidsgivaren din rette a-meldinga og søkje på nytt.",
  },
  company_not_registered: {
    headline: "Verksemda er ikkje registrert",
    meaning: "Verksemda finst ikkje som aktiv i Einingsregisteret eller Føretaksregisteret.",
    mend: "Arbeidsgivaren din må rette registreringa i Brønnøysund.",
  },
  company_not_vat_registered: {
    headline: "Verksemda er ikkje i Meirverdiavgiftsregisteret",
    meaning: "Verksemda må vere registrert for meirverdiavgift for å ha HMS-kort.",
    mend: "Arbeidsgivaren din må registrere verksemda hos Skatteetaten.",
  },
  company_not_approved: {
    headline: "Verksemda er ikkje godkjend",
    meaning: "Verksemder innan reinhald og bilpleie må vere godkjende av Arbeidstilsynet.",
    mend: "Arbeidsgivaren din må søkje Arbeidstilsynet om godkjenning.",
  },
  staffing_agency_not_registered: {
    headline: "Bemanningsføretaket er ikkje godkjent",
    meaning: "Verksemda leiger ut arbeidstakarar, men står ikkje i bemanningsføretaksregisteret.",
    mend: "Arbeidsgivaren din må søkje Arbeidstilsynet om godkjenning som bemanningsføretak.",
  },
  worker_not_in_population_register: {
    headline: "Du er ikkje funnen i Folkeregisteret",
    meaning: "Fødselsnummeret eller D-nummeret ditt vart ikkje funne, eller er ikkje aktivt.",
    mend: "Ta kontakt med Skatteetaten og be dei rette opplysningane dine.",
  },
  d_number_inactive: {
    headline: "D-nummeret ditt er inaktivt",
    meaning: "Eit D-nummer blir inaktivt etter fem år utan fornying, og då fell kortet òg.",
    mend: "Møt opp hos Skatteetaten med pass eller nasjonalt ID-kort for å gjere D-nummeret aktivt igjen.",
  },
  no_work_permit: {
    headline: "Det manglar løyve til å arbeide",
    meaning: "Vi finn ikkje noko opphaldsløyve som gir deg rett til å arbeide.",
    mend: "Ta kontakt med UDI. Har du fått nytt løyve, kan det ta nokre dagar før det er registrert.",
  },
  blocked_by_office: {
    headline: "Kortet er sperra",
    meaning: "Utferdaren har sperra kortet.",
    mend: "Ta kontakt med utferdaren for å få vite kvifor.",
  },
  card_seized: {
    headline: "Kortet er inndrege",
    meaning: "Ein inspektør har drege inn kortet. Arbeidsgivaren din har fått beskjed.",
    mend: "Arbeidsgivaren din må rette forholdet og søkje på nytt.",
  },
  employment_removed: {
    headline: "Arbeidsforholdet er fjerna frå kortet",
    meaning: "Ein inspektør har fjerna dette arbeidsforholdet. Arbeidsgivaren din har fått beskjed.",
    mend: "Arbeidsgivaren din må rette forholdet og søkje på nytt.",
  },
  device_replaced: {
    headline: "Kortet er flytta til ein annan telefon",
    meaning: "Kortet er teke i bruk på ein annan telefon, og gjeld ikkje lenger på denne.",
    mend: "Bruk kortet på den nye telefonen. Var det ikkje du som flytta det, må du seie frå til utferdaren med ein gong.",
  },
  phone_lost: {
    headline: "Telefonen er meld tapt",
    meaning: "Du eller arbeidsgivaren har meldt at telefonen er borte.",
    mend: "Har du funne han igjen, må du be om ein ny aktiveringskode.",
  },
  register_silent: {
    headline: "Eit register har ikkje svara",
    meaning: "Kortet kunne ikkje sjekkast mot alle registera. Det tyder ikkje at kortet er ugyldig.",
    mend: "Du treng ikkje gjere noko. Kortet blir sjekka igjen når registeret svarar.",
  },
  company_bankrupt: {
    headline: "Verksemda er konkurs",
    meaning: "Einingsregisteret melder at verksemda er konkurs.",
    mend: "Driv konkursbuet arbeidet vidare, må buet søkje om kort under sitt eige organisasjonsnummer.",
  },
  worker_deceased: {
    headline: "Folkeregisteret melder at du er død",
    meaning: "Nummeret på kortet høyrer til ein person som er meld død.",
    mend: "Er det feil, må du ta kontakt med Skatteetaten med ein gong.",
  },
};

const findings: Catalogue["findings"] = {
  card_expired: {
    headline: "Kortet er gått ut",
    happened: () => "Gyldigtida for kortet er ute.",
    todo: "Arbeidsgivaren må søkje om nytt kort.",
  },
  worker_not_employed: {
    headline: "Ikkje registrert i Aa-registeret eller OAR",
    happened: () => "Arbeidstakaren står ikkje registrert med arbeidsforhold eller oppdrag hos denne verksemda.",
    todo: "Spør kven arbeidstakaren jobbar for i dag. Har kortet fleire arbeidsforhold, be om å få sjå det rette.",
  },
  employment_ended: {
    headline: "Arbeidsforholdet er avslutta",
    happened: () => "Arbeidsgivaren har meldt at arbeidstakaren har slutta.",
    todo: "Spør kven arbeidstakaren jobbar for i dag. Har kortet fleire arbeidsforhold, be om å få sjå det rette.",
  },
  company_not_registered: {
    headline: "Verksemda er ikkje registrert",
    happened: () => "Verksemda finst ikkje som aktiv i Einingsregisteret eller Føretaksregisteret.",
    todo: "Arbeidsgivaren må rette registreringa i Brønnøysund.",
  },
  company_not_vat_registered: {
    headline: "Ikkje i Meirverdiavgiftsregisteret",
    happened: () => "Verksemda står ikkje i Meirverdiavgiftsregisteret.",
    todo: "Arbeidsgivaren må registrere verksemda hos Skatteetaten.",
  },
  company_not_approved: {
    headline: "Verksemda er ikkje godkjend",
    happened: () => "Verksemda manglar godkjenning frå Arbeidstilsynet for reinhald eller bilpleie.",
    todo: "Arbeidsgivaren må søkje Arbeidstilsynet om godkjenning.",
  },
  staffing_agency_not_registered: {
    headline: "Bemanningsføretaket er ikkje godkjent",
    happened: () => "Verksemda leiger ut arbeidstakarar, men står ikkje i bemanningsføretaksregisteret.",
    todo: "Spør kven arbeidstakaren er leigd inn frå. Arbeidsgivaren må søkje Arbeidstilsynet om godkjenning.",
  },
  worker_not_in_population_register: {
    headline: "Ikkje funnen i Folkeregisteret",
    happened: () => "Fødselsnummeret eller D-nummeret vart ikkje funne, eller er ikkje aktivt.",
    todo: "Arbeidstakaren må få Skatteetaten til å rette opplysningane sine.",
  },
  d_number_inactive: {
    headline: "D-nummeret er inaktivt",
    happened: () => "D-nummeret er ikkje fornya på fem år.",
    todo: "Arbeidstakaren må møte hos Skatteetaten for å gjere det aktivt igjen.",
  },
  no_work_permit: {
    headline: "Manglar løyve til å arbeide",
    happened: () => "Det er ikkje funne opphaldsløyve som gir rett til å arbeide.",
    todo: "Be om å få sjå vedtaket. Eit nytt løyve kan vere gitt utan at det er registrert enno.",
  },
  blocked_by_office: {
    headline: "Kortet er sperra",
    happened: () => "Utferdaren har sperra kortet.",
    todo: "Ta kontakt med utferdaren for å få vite kvifor.",
  },
  card_seized: {
    headline: "Kortet er inndrege",
    happened: () => "Ein inspektør har drege inn kortet tidlegare.",
    todo: "Arbeidsgivaren må søkje på nytt før kortet kan brukast igjen.",
  },
  employment_removed: {
    headline: "Arbeidsforholdet er fjerna",
    happened: () => "Ein inspektør har fjerna dette arbeidsforholdet frå kortet.",
    todo: "Arbeidsgivaren må søkje på nytt. Har kortet fleire arbeidsforhold, be om å få sjå det rette.",
  },
  device_replaced: {
    headline: "Kortet er flytta til ein annan telefon",
    happened: () => "Denne telefonen viser eit kort som er teke i bruk på ein annan telefon.",
    todo: "Be om å få sjå kortet på den nye telefonen.",
  },
  phone_lost: {
    headline: "Telefonen er meld tapt",
    happened: () => "Kortet blir vist på ein telefon som er meld tapt.",
    todo: "Samanlikn ansiktet med biletet på kortet, og spør om fødselsnummer eller D-nummer.",
  },
  register_silent: {
    headline: "Eit register har ikkje svara",
    happened: () => "Kortet kunne ikkje sjekkast mot alle registera. Det tyder ikkje at det er ugyldig.",
    todo: "Oppdater data og kontroller på nytt. Skriv ned kortnummeret om det ikkje hjelper.",
  },
  company_bankrupt: {
    headline: "Verksemda er konkurs",
    happened: () => "Einingsregisteret melder at verksemda er konkurs.",
    todo: "Spør kven som driv arbeidet no. Eit konkursbu har eige organisasjonsnummer.",
  },
  worker_deceased: {
    headline: "Folkeregisteret melder dødsfall",
    happened: () => "Folkeregisteret melder at personen på kortet er død.",
    todo: "Samanlikn biletet og spør om fødselsnummeret. Kortet kan vere brukt av nokon andre.",
  },
  no_key_set: {
    headline: "Denne eininga har ingen data enno",
    happened: () => "Eininga har aldri henta nøklar og status for korta, og kan ikkje kontrollere noko.",
    todo: "Gå dit det er nett, og vel «Oppdater data».",
  },
  data_too_old: {
    headline: "Dataa er for gamle",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      const limit = numberIn(e, "max_age_seconds");
      return age === null || limit === null
        ? "Dataa på denne eininga er eldre enn grensa for å kunne seie at eit kort er gyldig."
        : `Dataa på denne eininga er ${f.duration(age)} gamle. Grensa er ${f.duration(limit)}.`;
    },
    todo: "Vel «Oppdater data», og kontroller på nytt.",
  },
  clock_behind: {
    headline: "Klokka på denne eininga går feil",
    happened: (e) => {
      const behind = numberIn(e, "behind_seconds");
      return behind === null
        ? "Klokka på denne eininga går for seint."
        : `Klokka på denne eininga går minst ${f.duration(behind)} for seint.`;
    },
    todo: "Still klokka, helst automatisk, og kontroller på nytt. Feilen ligg ikkje hos arbeidstakaren.",
  },
  not_a_card_code: {
    headline: "Dette er ikkje koden til eit digitalt HMS-kort",
    happened: (e) => {
      const kind = looksLike[wordIn(e, "looks_like") ?? ""];
      return kind === undefined
        ? "Koden er lesen, men han høyrer ikkje til eit digitalt HMS-kort."
        : `Koden er lesen, men ser ut som ${kind}.`;
    },
    todo: "Be arbeidstakaren opne HMS-kortet i appen, og les koden der.",
  },
  foreign_issuer: {
    headline: "Kortet er frå ein annan utferdar",
    happened: (e) => {
      const host = wordIn(e, "host");
      return host === null
        ? "Koden er laga av ein utferdar som denne eininga ikkje kjenner."
        : `Koden viser til ${host}, som denne eininga ikkje har nøklar frå.`;
    },
    todo: "Ikkje opne adressa. Spør kvar arbeidstakaren har fått kortet frå.",
  },
  unknown_format: {
    headline: "Koden er i eit nyare format",
    happened: (e) => {
      const version = numberIn(e, "version");
      return version === null
        ? "Denne appen kjenner ikkje formatet."
        : `Denne appen kjenner ikkje format ${f.count(version)}.`;
    },
    todo: "Installer siste versjon av appen, og kontroller på nytt.",
  },
  code_damaged: {
    headline: "Koden er skadd",
    happened: () => "Berre delar av koden er lesne, eller noko er endra.",
    todo: "Les koden på nytt. Tørk av skjermen og skru opp lysstyrken.",
  },
  wallet_pass: {
    headline: "Koden er frå Google Wallet",
    happened: () => "Kortet er vist frå Google Wallet. Det provar mindre enn appen, for løyndomen ligg hos Google.",
    todo: "Be om å få sjå kortet i appen til arbeidstakaren.",
  },
  code_too_long: {
    headline: "Koden er for lang",
    happened: () => "Koden er lengre enn koden til eit HMS-kort kan vere.",
    todo: "Be arbeidstakaren opne HMS-kortet i appen, og les koden der.",
  },
  unknown_issuer_key: {
    headline: "Signert med ein ukjend nøkkel",
    happened: () => "Kortet er signert med ein nøkkel som denne eininga ikkje har. Han kan vere ny.",
    todo: "Vel «Oppdater data», og kontroller på nytt.",
  },
  issuer_key_withdrawn: {
    headline: "Nøkkelen til utferdaren er trekt tilbake",
    happened: () => "Kortet er signert med ein nøkkel som ikkje lenger gjeld.",
    todo: "Be arbeidstakaren oppdatere kortet i appen, og kontroller på nytt.",
  },
  credential_forged: {
    headline: "Kortet er forfalska",
    happened: () => "Kortet har ikkje ein ekte signatur frå utferdaren.",
    todo: "Følg rutinen for falske kort. Skriv ned det som står på skjermen til arbeidstakaren.",
  },
  proof_forged: {
    headline: "Koden er ikkje laga av telefonen til arbeidstakaren",
    happened: () => "Kortet er ekte, men koden er ikkje signert av telefonen som kortet høyrer til.",
    todo: "Følg rutinen for lånte og falske kort. Samanlikn ansiktet med biletet.",
  },
  code_too_old: {
    headline: "Koden er for gammal",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null
        ? "Koden er eldre enn han kan vere. Det kan vere eit bilete, eller ei klokke som går feil."
        : `Koden er ${f.duration(age)} gammal. Det kan vere eit bilete, eller ei klokke som går feil.`;
    },
    todo: "Be om fire siffer. Då speler klokkene inga rolle.",
  },
  code_from_future: {
    headline: "Koden er frå framtida",
    happened: (e) => {
      const ahead = numberIn(e, "ahead_seconds");
      return ahead === null
        ? "Ei av klokkene går feil."
        : `Koden er ${f.duration(ahead)} framfor klokka på denne eininga. Ei av klokkene går feil.`;
    },
    todo: "Be om fire siffer. Då speler klokkene inga rolle.",
  },
  paper_code: {
    headline: "Koden er trykt på papir",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Dette er ein kode på papir. Den som har ein kopi, har han òg." : `Arket er ${f.duration(age)} gammalt. Papir kan kopierast.`;
    },
    todo: "Be om å få sjå kortet på telefonen.",
  },
  paper_too_old: {
    headline: "Koden på papir er for gammal",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Koden på papir gjeld ikkje lenger." : `Arket er ${f.duration(age)} gammalt, og det er for gammalt.`;
    },
    todo: "Be om å få sjå kortet på telefonen.",
  },
  challenge_missing: {
    headline: "Koden har ikkje dei fire sifra",
    happened: () => "Koden vart laga før arbeidstakaren tasta sifra.",
    todo: "Be arbeidstakaren taste sifra i appen, og les koden på nytt.",
  },
  challenge_wrong: {
    headline: "Koden har andre siffer",
    happened: () => "Koden er laga med andre siffer enn dei du gav.",
    todo: "Be om nye siffer, og sjå at dei blir tasta rett.",
  },
  not_yet_valid: {
    headline: "Kortet gjeld ikkje enno",
    happened: (e) => {
      const from = numberIn(e, "from");
      return from === null
        ? "Kortet er utferda, men perioden har ikkje byrja."
        : `Kortet gjeld først frå ${f.dateTime(from)}.`;
    },
    todo: "Arbeidstakaren må vente til kortet gjeld.",
  },
  card_newer_than_data: {
    headline: "Kortet er nyare enn dataa",
    happened: () => "Kortet er utferda etter at denne eininga sist henta data.",
    todo: "Vel «Oppdater data», og kontroller på nytt.",
  },
  invalid_without_reason: {
    headline: "Kortet er ugyldig",
    happened: () => "Statuslista seier at kortet er ugyldig, men ikkje kvifor.",
    todo: "Oppdater data for å sjå årsaka.",
  },
  suspended: {
    headline: "Kortet er mellombels ugyldig",
    happened: () => "Kortet gjeld ikkje før noko er avklart.",
    todo: "Arbeidsgivaren eller arbeidstakaren må ta kontakt med utferdaren.",
  },
  unconfirmed_by_register: {
    headline: "Registera har ikkje stadfesta kortet",
    happened: () => "Eitt eller fleire register svara ikkje ved siste sjekk. Det tyder ikkje at kortet er ugyldig.",
    todo: "Oppdater data og kontroller på nytt. Skriv ned kortnummeret om det ikkje hjelper.",
  },
  industry_not_accepted: {
    headline: "Kortet gjeld feil bransje",
    happened: (e) => {
      const card = industryIn(wordIn(e, "card"));
      const site = industryIn(wordIn(e, "site"));
      return card === undefined || site === undefined
        ? "Kortet gjeld ein annan bransje enn staden du kontrollerer."
        : `Kortet gjeld ${card.toLowerCase()}, men staden er ${site.toLowerCase()}.`;
    },
    todo: "Har kortet fleire arbeidsforhold, be om å få sjå det rette. Elles må arbeidsgivaren søkje om rett kort.",
  },
  typed_code_wrong: {
    headline: "Sifra stemmer ikkje",
    happened: () => "Dei seks sifra høyrer ikkje til dette kortnummeret akkurat no.",
    todo: "Les dei på nytt. Dei blir bytte ofte, så skriv dei inn med ein gong.",
  },
};

const errors: Omit<Catalogue["errors"], ActErrorCode | InspectionErrorCode | MeetFault | ReportErrorCode> = {
  no_key_store: {
    happened: "Denne maskina har ikkje noko nøkkellager vi kan bruke.",
    todo: "Slå på nøkkellageret (til dømes «Passord og nøklar»), og start appen på nytt.",
  },
  key_store_locked: {
    happened: "Nøkkellageret er låst.",
    todo: "Lås det opp ved å logge inn på maskina, og prøv igjen.",
  },
  store_key_missing: {
    happened: "Nøkkelen til dataa på denne eininga er borte.",
    todo: "Ingenting er sletta. Logg inn på nytt og prøv ein gong til. Hjelper ikkje det, må du aktivere på nytt.",
  },
  store_damaged: {
    happened: "Dataa på denne eininga kan ikkje lesast.",
    todo: "Start appen på nytt. Hjelper ikkje det, må du aktivere på nytt.",
  },
  store_busy: {
    happened: "Dataa er i bruk akkurat no.",
    todo: "Vent litt, og prøv igjen. Lukk andre vindauge av appen.",
  },
  not_enrolled: {
    happened: "Denne eininga er ikkje aktivert.",
    todo: "Skriv inn koden du har fått.",
  },
  already_enrolled: {
    happened: "Denne eininga er alt aktivert.",
    todo: "Lukk appen og opne han igjen.",
  },
  activation_malformed: {
    happened: "Dette ser ikkje ut som ein aktiveringskode.",
    todo: "Sjekk at du har heile koden eller lenkja.",
  },
  activation_unknown: {
    happened: "Koden finst ikkje.",
    todo: "Sjekk at han er skriven rett, eller be om ein ny.",
  },
  activation_expired: { happened: "Koden er gått ut.", todo: "Be om ein ny kode." },
  activation_used: {
    happened: "Koden er alt brukt.",
    todo: "Var det ikkje deg, må du seie frå til utferdaren. Elles kan du be om ein ny kode.",
  },
  activation_locked: {
    happened: "Koden er låst etter for mange forsøk.",
    todo: "Be om ein ny kode.",
  },
  store_full: {
    happened: "Det er ikkje plass på eininga.",
    todo: "Frigjer plass, og prøv att. Ingenting er gått tapt.",
  },
  no_index: {
    happened: "Det er ingenting å slå opp i på eininga enno.",
    todo: "Oppdater data med nett, og vent til alt er henta.",
  },
  index_locked: {
    happened: "Oppslag er låst.",
    todo: "Sjekk at klokka går rett, kople til nett, og oppdater data.",
  },
  enrolment_revoked: {
    happened: "Tilgangen for denne eininga er trekt tilbake.",
    todo: "Ta kontakt med den som gav deg tilgang.",
  },
  service_unreachable: {
    happened: "Vi får ikkje kontakt med tenesta.",
    todo: "Sjekk at du har nett, og prøv igjen.",
  },
  service_refused: {
    happened: "Tenesta sa nei.",
    todo: "Prøv igjen om ei stund. Hjelper ikkje det, ta kontakt med utferdaren.",
  },
  service_answer_unreadable: {
    happened: "Tenesta svara noko vi ikkje forstår.",
    todo: "Sjekk at du har siste versjon av appen, og prøv igjen.",
  },
  issuer_not_trusted: {
    happened: "Tenesta er ikkje den vi kjenner.",
    todo: "Ikkje gå vidare. Koden kan vere falsk. Sjekk kven som gav deg han.",
  },
  key_set_rejected: {
    happened: "Dei nye dataa vart avviste fordi noko ikkje stemte.",
    todo: "Dei gamle dataa er framleis i bruk. Prøv igjen om ei stund, og meld frå om det held fram.",
  },
  no_code_found: {
    happened: "Vi fann ingen kode i biletet.",
    todo: "Ta eit skarpt bilete med heile koden i, og prøv igjen.",
  },
  several_codes: {
    happened: "Det er meir enn éin kode i biletet.",
    todo: "Hald berre éin kode framfor kameraet.",
  },
  image_unreadable: {
    happened: "Biletet kan ikkje opnast.",
    todo: "Bruk eit bilete i formatet PNG, JPEG eller WebP.",
  },
  image_too_large: {
    happened: "Biletet er for stort.",
    todo: "Skjer det til så berre koden er med, eller bruk eit mindre bilete.",
  },
  rate_limited: {
    happened: "Det har vore for mange forsøk.",
    todo: "Vent nokre minutt før du prøver igjen.",
  },
  challenge_malformed: {
    happened: "Sifra er ikkje gyldige.",
    todo: "Skriv nøyaktig dei fire sifra inspektøren gav deg.",
  },
  clock_unreadable: {
    happened: "Vi kan ikkje lese klokka på denne eininga.",
    todo: "Sjekk dato og klokkeslett i innstillingane.",
  },
  wallet_locked: {
    happened: "Kortet er låst.",
    todo: "Skriv PIN-koden.",
  },
  pin_wrong: {
    happened: "Det er ikkje PIN-koden.",
    todo: "Prøv igjen.",
  },
  pin_wait: {
    happened: "Det har vore for mange gale forsøk.",
    todo: "Vent litt før du prøver igjen.",
  },
  pin_spent: {
    happened: "Det har vore for mange gale forsøk.",
    todo: "Fjern kortet frå telefonen, og be om ein ny aktiveringskode.",
  },
  pin_malformed: {
    happened: "Ein PIN-kode er 4 til 8 siffer.",
    todo: "Skriv berre siffer.",
  },
  pin_too_simple: {
    happened: "Denne PIN-koden er for lett å gjette.",
    todo: "Vel ein der siffera verken er like eller på rad.",
  },
  no_position: {
    happened: "Posisjonen kan ikkje brukast.",
    todo: "Prøv igjen ute, eller vel verksemda sjølv.",
  },
  internal: {
    happened: "Noko gjekk gale i appen.",
    todo: "Prøv igjen. Hjelper ikkje det, start appen på nytt.",
  },
};

export const nn: Catalogue = {
  app: {
    name: "HMS-kort",
    languageLabel: "Språk",
    skipToContent: "Hopp til innhaldet",
    loading: "Lastar …",
    retry: "Prøv igjen",
    close: "Lukk",
    cancel: "Avbryt",
    technical: "Teknisk",
    somethingWrong: "Noko gjekk gale",
    rehearsal: "Øving: Denne appen er sett opp for utprøving. Ikkje bruk han til ekte kontrollar.",
    version: (version) => `Versjon ${version}`,
  },
  industries,
  statuses: {
    valid: "Gyldig",
    invalid: "Ugyldig",
    suspended: "Mellombels ugyldig",
    unconfirmed: "Kan ikkje stadfestast",
  },
  outcomes: { valid: "Gyldig", invalid: "Ugyldig", unconfirmed: "Kan ikkje stadfestast" },
  menders: {
    worker: "Arbeidstakaren",
    employer: "Arbeidsgivaren",
    issuer: "Utferdaren av kortet",
    register: "Registeret",
    inspector: "Du som inspektør",
    nobody: "Ingen – dette kan ikkje rettast",
  },
  ownMenders: {
    worker: "Du sjølv",
    employer: "Arbeidsgivaren din",
    issuer: "Utferdaren av kortet",
    register: "Registeret",
    inspector: "Tilsynet",
    nobody: "Ingen – dette kan ikkje rettast",
  },
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
    title: "Kva skal du bruke appen til?",
    lead: "Vel éin gong på denne eininga. Når ho er sett opp, verkar appen utan nett.",
    worker: "Eg er arbeidstakar",
    workerText: "Ha HMS-kortet ditt på telefonen. Vis det til inspektørar, byggherrar og kundar.",
    inspector: "Eg er inspektør",
    inspectorText: "Kontroller HMS-kort på tilsyn, òg der det ikkje er nett. Sjå kvifor eit kort er ugyldig.",
    opening: "Opnar …",
    otherRole: "Eg valde feil. Gå tilbake til valet.",
  },
  card: {
    holder: "Namn",
    number: "Kortnummer",
    company: "Verksemd",
    organisationNumber: "Organisasjonsnummer",
    subUnit: "Undereining",
    industry: "Bransje",
    validUntil: "Gyldig til",
    issuer: "Utferdar",
    status: "Status",
    since: (date) => `Sidan ${date}`,
    sinceUnknown: "Vi veit ikkje sidan når",
    whoMends: "Kven kan rette det",
    howToMend: "Slik blir det retta",
    photoOf: (name) => `Bilete av ${name}`,
    noPhoto: "Utan bilete",
    photoFailed: "Biletet kan ikkje visast",
  },
  activation: {
    title: "Aktiver HMS-kortet",
    lead: "Arbeidsgivaren din har søkt om kortet. Du har fått ein kode eller ei lenkje for å hente det hit.",
    label: "Aktiveringskode eller lenkje",
    hint: "Skriv eller lim inn heile koden.",
    submit: "Hent kortet",
    submitting: "Hentar kortet …",
    missing: "Skriv inn koden først.",
    or: "Har du koden som eit bilete?",
    picture: "Vel bilete av koden",
    camera: "Les koden med kameraet",
    stopCamera: "Stopp kameraet",
    reading: "Les biletet …",
    found: "Koden er lesen. Sjekk han, og vel «Hent kortet».",
    aim: "Hald koden framfor kameraet.",
  },
  wallet: {
    title: "HMS-kortet mitt",
    employments: "Arbeidsforhold",
    employmentsHint: "Vel kven du jobbar for no.",
    noEmployments: "Det er ingen arbeidsforhold på kortet",
    noEmploymentsText: "Be arbeidsgivaren din søkje om HMS-kort for deg, og hent så kortet på nytt.",
    show: "Vis denne koden",
    qrLabel: (company) => `QR-kode for HMS-kortet ditt hos ${company}`,
    rotation: "Koden blir bytt heile tida. Eit bilete av han er verdilaust.",
    secondsLeft: (seconds) => `${f.count(seconds)} s`,
    preparing: "Lagar koden …",
    late: "Koden er skjult fordi han er gått ut. Vi lagar ein ny.",
    typed: "Kan ikkje koden lesast?",
    typedHint: "Oppgi kortnummeret og desse seks sifra. Dei blir sjekka på nett.",
    typedCode: "Siffer",
    challenge: "Inspektøren gav meg fire siffer",
    challengeHint: "Då provar koden at kortet er ditt akkurat no.",
    challengeActive: (digits) => `Koden svarar på sifra ${digits}.`,
    challengeClear: "Fjern sifra",
    challengeIncomplete: "Skriv alle fire sifra.",
    notValidTitle: {
      invalid: "Kortet ditt er ugyldig",
      suspended: "Kortet ditt er mellombels ugyldig",
      unconfirmed: "Kortet ditt kan ikkje stadfestast",
    },
    notValidText: "Du kan framleis vise koden. Den som kontrollerer, ser det same som du.",
    noReason: "Vi har ikkje fått vite kvifor. Ta kontakt med utferdaren.",
    refresh: "Oppdater kortet",
    refreshing: "Oppdaterer …",
    lastRefresh: (age) => `Sist sjekka for ${age} sidan`,
    neverRefreshed: "Kortet er ikkje sjekka enno",
    refreshed: {
      updated: () => "Kortet er oppdatert.",
      unmodified: () => "Kortet er sjekka. Ingenting er endra.",
      cached: (age) =>
        age === null
          ? "Ikkje kontakt med tenesta. Kortet er aldri sjekka frå denne telefonen."
          : `Ikkje kontakt med tenesta. Det du ser, vart sjekka for ${age} sidan.`,
    },
  },
  camera: {
    start: "Start kameraet",
    stop: "Stopp kameraet",
    starting: "Startar kameraet …",
    aim: "Hald koden framfor kameraet",
    lens: "Kamera",
    lensNumber: (number) => `Kamera ${f.count(number)}`,
    torchOn: "Slå på lys",
    torchOff: "Slå av lys",
    view: "Biletet frå kameraet",
    none: "Denne eininga har ikkje noko kamera vi kan bruke.",
    refused: "Appen har ikkje lov til å bruke kameraet.",
    busy: "Kameraet er i bruk av eit anna program.",
    lost: "Kameraet gir ikkje bilete lenger. Start det på nytt.",
    insteadWorker: "Skriv inn koden, eller vel eit bilete av han.",
    insteadInspector: "Bruk eit bilete, ein handskannar eller kortnummer og siffer i staden.",
  },
  enrolment: {
    title: "Set opp eininga for tilsyn",
    lead: "Du treng ein kode eller ei lenkje frå etaten din. Etterpå kan du kontrollere kort utan nett.",
    label: "Kode eller lenkje for inspektørar",
    hint: "Skriv eller lim inn heile koden.",
    submit: "Set opp",
    submitting: "Set opp …",
    missing: "Skriv inn koden først.",
  },
  keySet: {
    title: "Data på eininga",
    age: (age) => `Dataa er ${age} gamle`,
    cards: (cards) => `Dekkjer ${f.count(cards)} kort`,
    version: (version) => `Versjon ${version}`,
    staleAt: (date) => `Gir grønt svar til ${date}`,
    staleSince: "Kan ikkje gi grønt svar. Oppdater dataa.",
    none: "Ingen data enno",
    noneText: "Hent data før du kontrollerer kort.",
    freshness: {
      fresh: "Ferske data",
      ageing: "Dataa bør oppdaterast snart",
      stale: "Dataa er for gamle",
    },
    sync: "Oppdater data",
    syncing: "Oppdaterer …",
    progress: (done, total) => (total === null ? `Hentar: ${done}` : `Hentar: ${done} av ${total}`),
    progressLabel: "Henting av data",
    synced: {
      updated: "Dataa er oppdaterte.",
      unmodified: "Du hadde dei nyaste dataa.",
      cached: "Ikkje kontakt med tenesta. Dei gamle dataa er framleis i bruk.",
    },
  },
  check: {
    title: "Kontroller kort",
    site: "Kva slags stad er du på?",
    anySite: "Alle bransjar",
    ways: "Andre måtar å lese koden på",
    scanner: "Handskannar: Berre skann. Du treng ikkje velje noko felt.",
    picture: "Vel eit bilete",
    pictureHint: "Du kan òg lime inn eit bilete eller sleppe det kvar som helst her.",
    drop: "Slepp biletet for å kontrollere",
    text: "Tekst frå koden",
    textSubmit: "Kontroller teksten",
    textMissing: "Lim inn eller skriv teksten først.",
    typed: "Kortnummer og siffer",
    typedHint: "Når koden ikkje kan lesast. Krev nett.",
    cardNumber: "Kortnummer (7 siffer)",
    digits: "Siffer frå appen (6)",
    typedSubmit: "Kontroller på nett",
    typedMissing: "Skriv både kortnummeret og sifra.",
    checking: "Kontrollerer …",
    notYetAnswered: "Koden i biletet har ikkje dei fire sifra enno. Be arbeidstakaren taste dei.",
  },
  challenge: {
    ask: "Be om fire siffer",
    askAgain: "Lag nye siffer",
    why: "Slik veit du at koden blir laga her og no, uansett kva klokkene viser.",
    tell: "Be arbeidstakaren taste dette i appen:",
    active: "Neste kontroll krev desse sifra.",
    clear: "Fjern sifra",
  },
  verdict: {
    words: { valid: "GYLDIG", invalid: "UGYLDIG", unconfirmed: "KAN IKKJE STADFESTAST" },
    sentences: {
      valid: "Kortet gjeld her og no. Sjekk at det er rett person.",
      invalid: "Kortet kan ikkje brukast slik det er no.",
      unconfirmed: "Kontrollen gav ikkje noko sikkert svar. Det tyder ikkje at kortet er ugyldig.",
    },
    reasons: "Årsak",
    moreReasons: "Årsaker",
    card: "På kortet",
    noCard: "Koden inneheld ikkje noko kort vi kan lese.",
    todo: "Gjer dette",
    basis: "Grunnlag for svaret",
    codeAge: "Koden er",
    codeAgeValue: (age) => `${age} gammal`,
    dataAge: "Dataa er",
    dataAgeValue: (age) => `${age} gamle`,
    noData: "Ingen data på eininga",
    online: "Sjekka på nett hos utferdaren",
    checkedAt: "Kontrollert",
    next: "Neste",
  },
};
