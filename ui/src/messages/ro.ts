import type { ActErrorCode } from "../backend/acts";
import type { ReportErrorCode } from "../backend/report";
import type { InspectionErrorCode } from "../backend/inspections";
import type { Industry, MeetFault } from "../backend/contract";
import { formats } from "./format";
import type { Catalogue } from "./nb";
import { ro as acts } from "./acts/ro";
import { errors as meetErrors, ro as meet } from "./meet/ro";
import { errors as inspectionErrors, ro as inspection } from "./inspection/ro";
import { ro as clocks } from "./clocks/ro";
import { ro as suggested } from "./suggested/ro";
import { ro as find } from "./find/ro";
import { ro as outdoors } from "./outdoors/ro";
import { ro as own } from "./own/ro";
import { ro as pack } from "./pack/ro";
import { ro as photo } from "./photo/ro";
import { ro as photoCode } from "./photo-code/ro";
import { ro as report } from "./report/ro";
import { numberIn, wordIn } from "./text";

const f = formats("ro-RO");

const looksLike: Record<string, string> = {
  eu_covid_certificate: "un certificat COVID al UE",
  smart_health_card: "un card de sănătate (SMART Health Card)",
  coronacheck: "un cod olandez CoronaCheck",
  plastic_hms_card: "cardul HMS tipărit, din plastic",
  inspector_code: "codul unui inspector",
  web_address: "o adresă web",
  text: "text obișnuit",
  digits: "doar cifre",
};

const industries: Catalogue["industries"] = {
  construction: "Construcții",
  cleaning: "Curățenie",
  car_care: "Îngrijire auto, schimb și depozitare de roți",
};

const industryIn = (word: string | null) => industries[word as Industry] as string | undefined;

const reasons: Catalogue["reasons"] = {
  card_expired: {
    headline: "Cardul a expirat",
    meaning: "Perioada de valabilitate a cardului s-a încheiat.",
    mend: "Rugați angajatorul să solicite un card nou.",
  },
  worker_not_employed: {
    headline: "Nu sunteți înregistrat(ă) la acest angajator",
    meaning:
      "La această firmă nu figurați nici în registrul angajaților (Aa-registeret), nici în registrul misiunilor firmelor străine (OAR).",
    mend: "Rugați angajatorul să înregistreze raportul de muncă în a-melding sau în OAR. Cardul este verificat din nou în fiecare noapte.",
  },
  employment_ended: {
    headline: "Raportul de muncă s-a încheiat",
    meaning: "Angajatorul a anunțat că ați plecat.",
    mend: "Dacă nu ați plecat, angajatorul trebuie să corecteze a-melding și să solicite din nou.",
  },
  company_not_registered: {
    headline: "Firma nu este înregistrată",
    meaning: "Firma nu este activă în Enhetsregisteret sau Foretaksregisteret.",
    mend: "Angajatorul trebuie să corecteze înregistrarea la Brønnøysund.",
  },
  company_not_vat_registered: {
    headline: "Firma nu este în registrul de TVA",
    meaning: "Pentru a avea carduri HMS, firma trebuie să fie înregistrată ca plătitoare de TVA.",
    mend: "Angajatorul trebuie să înregistreze firma la administrația fiscală (Skatteetaten).",
  },
  company_not_approved: {
    headline: "Firma nu este autorizată",
    meaning: "Firmele de curățenie și de îngrijire auto trebuie autorizate de inspecția muncii (Arbeidstilsynet).",
    mend: "Angajatorul trebuie să ceară autorizarea de la Arbeidstilsynet.",
  },
  staffing_agency_not_registered: {
    headline: "Agentul de muncă temporară nu este autorizat",
    meaning: "Firma închiriază lucrători, dar nu este în registrul agenților de muncă temporară.",
    mend: "Angajatorul trebuie să ceară de la Arbeidstilsynet autorizarea ca agent de muncă temporară.",
  },
  worker_not_in_population_register: {
    headline: "Nu ați fost găsit(ă) în registrul populației",
    meaning: "Numărul dumneavoastră de identificare sau numărul D nu a fost găsit ori nu este activ.",
    mend: "Luați legătura cu Skatteetaten și cereți corectarea datelor.",
  },
  d_number_inactive: {
    headline: "Numărul dumneavoastră D este inactiv",
    meaning: "Un număr D devine inactiv după cinci ani fără reînnoire, iar atunci cade și cardul.",
    mend: "Mergeți la Skatteetaten cu pașaportul sau cartea de identitate pentru a reactiva numărul D.",
  },
  no_work_permit: {
    headline: "Lipsește permisul de muncă",
    meaning: "Nu găsim un permis de ședere care să vă dea dreptul de a munci.",
    mend: "Luați legătura cu UDI. Înregistrarea unui permis nou poate dura câteva zile.",
  },
  blocked_by_office: {
    headline: "Cardul este blocat",
    meaning: "Emitentul a blocat cardul.",
    mend: "Luați legătura cu emitentul pentru a afla de ce.",
  },
  card_seized: {
    headline: "Cardul a fost reținut",
    meaning: "Un inspector a reținut cardul. Angajatorul a fost anunțat.",
    mend: "Angajatorul trebuie să rezolve problema și să solicite din nou.",
  },
  employment_removed: {
    headline: "Raportul de muncă a fost scos de pe card",
    meaning: "Un inspector a scos acest raport de muncă. Angajatorul a fost anunțat.",
    mend: "Angajatorul trebuie să rezolve problema și să solicite din nou.",
  },
  device_replaced: {
    headline: "Cardul a fost mutat pe alt telefon",
    meaning: "Cardul este folosit pe alt telefon și nu mai este valabil pe acesta.",
    mend: "Folosiți cardul pe telefonul nou. Dacă nu dumneavoastră l-ați mutat, anunțați imediat emitentul.",
  },
  phone_lost: {
    headline: "Telefonul este declarat pierdut",
    meaning: "Dumneavoastră sau angajatorul ați anunțat că telefonul este pierdut.",
    mend: "Dacă l-ați găsit, cereți un cod de activare nou.",
  },
  register_silent: {
    headline: "Un registru nu a răspuns",
    meaning: "Cardul nu a putut fi verificat în toate registrele. Asta nu înseamnă că nu este valabil.",
    mend: "Nu trebuie să faceți nimic. Cardul va fi verificat din nou când registrul răspunde.",
  },
  company_bankrupt: {
    headline: "Firma este în faliment",
    meaning: "Enhetsregisteret arată că firma este în faliment.",
    mend: "Dacă administratorul falimentului continuă lucrările, trebuie să ceară carduri sub propriul număr de organizație.",
  },
  worker_deceased: {
    headline: "Registrul populației arată că ați decedat",
    meaning: "Numărul de pe card aparține unei persoane înregistrate ca decedată.",
    mend: "Dacă este o greșeală, luați imediat legătura cu Skatteetaten.",
  },
};

const several = "Dacă pe card sunt mai multe rapoarte de muncă, cereți să-l vedeți pe cel potrivit.";
const update = "Alegeți „Actualizați datele” și verificați din nou.";
const updateOrNote = "Actualizați datele și verificați din nou. Dacă nu ajută, notați numărul cardului.";
const fourDigits = "Cereți patru cifre. Atunci ceasurile nu mai contează.";
const openInApp = "Rugați lucrătorul să deschidă cardul HMS în aplicație și citiți codul de acolo.";

const findings: Catalogue["findings"] = {
  card_expired: {
    headline: "Cardul a expirat",
    happened: () => "Perioada de valabilitate a cardului s-a încheiat.",
    todo: "Angajatorul trebuie să solicite un card nou.",
  },
  worker_not_employed: {
    headline: "Nu este în Aa-registeret sau OAR",
    happened: () => "Lucrătorul nu are un raport de muncă sau o misiune înregistrată la această firmă.",
    todo: `Întrebați pentru cine lucrează astăzi. ${several}`,
  },
  employment_ended: {
    headline: "Raportul de muncă s-a încheiat",
    happened: () => "Angajatorul a anunțat că lucrătorul a plecat.",
    todo: `Întrebați pentru cine lucrează astăzi. ${several}`,
  },
  company_not_registered: {
    headline: "Firma nu este înregistrată",
    happened: () => "Firma nu este activă în Enhetsregisteret sau Foretaksregisteret.",
    todo: "Angajatorul trebuie să corecteze înregistrarea la Brønnøysund.",
  },
  company_not_vat_registered: {
    headline: "Nu este în registrul de TVA",
    happened: () => "Firma nu este în registrul de TVA.",
    todo: "Angajatorul trebuie să înregistreze firma la Skatteetaten.",
  },
  company_not_approved: {
    headline: "Firma nu este autorizată",
    happened: () => "Firma nu are autorizarea Arbeidstilsynet pentru curățenie sau îngrijire auto.",
    todo: "Angajatorul trebuie să ceară autorizarea de la Arbeidstilsynet.",
  },
  staffing_agency_not_registered: {
    headline: "Agentul de muncă temporară nu este autorizat",
    happened: () => "Firma închiriază lucrători, dar nu este în registrul agenților de muncă temporară.",
    todo: "Întrebați de la cine este închiriat lucrătorul. Angajatorul trebuie să ceară autorizarea.",
  },
  worker_not_in_population_register: {
    headline: "Nu este găsit în registrul populației",
    happened: () => "Numărul de identificare sau numărul D nu a fost găsit ori nu este activ.",
    todo: "Lucrătorul trebuie să ceară la Skatteetaten corectarea datelor.",
  },
  d_number_inactive: {
    headline: "Numărul D este inactiv",
    happened: () => "Numărul D nu a fost reînnoit de cinci ani.",
    todo: "Lucrătorul trebuie să meargă la Skatteetaten pentru a-l reactiva.",
  },
  no_work_permit: {
    headline: "Lipsește permisul de muncă",
    happened: () => "Nu s-a găsit un permis de ședere cu drept de muncă.",
    todo: "Cereți să vedeți decizia. Un permis nou poate fi acordat, dar încă neînregistrat.",
  },
  blocked_by_office: {
    headline: "Cardul este blocat",
    happened: () => "Emitentul a blocat cardul.",
    todo: "Luați legătura cu emitentul pentru a afla de ce.",
  },
  card_seized: {
    headline: "Cardul a fost reținut",
    happened: () => "Un inspector a reținut cardul mai devreme.",
    todo: "Angajatorul trebuie să solicite din nou înainte ca acest card să poată fi folosit.",
  },
  employment_removed: {
    headline: "Raportul de muncă a fost scos",
    happened: () => "Un inspector a scos acest raport de muncă de pe card.",
    todo: `Angajatorul trebuie să solicite din nou. ${several}`,
  },
  device_replaced: {
    headline: "Cardul a fost mutat pe alt telefon",
    happened: () => "Acest telefon arată un card care este folosit pe alt telefon.",
    todo: "Cereți să vedeți cardul pe telefonul nou.",
  },
  phone_lost: {
    headline: "Telefonul este declarat pierdut",
    happened: () => "Cardul este arătat pe un telefon declarat pierdut.",
    todo: "Comparați fața cu fotografia de pe card și cereți numărul de identificare sau numărul D.",
  },
  register_silent: {
    headline: "Un registru nu a răspuns",
    happened: () => "Cardul nu a putut fi verificat în toate registrele. Asta nu înseamnă că nu este valabil.",
    todo: updateOrNote,
  },
  company_bankrupt: {
    headline: "Firma este în faliment",
    happened: () => "Enhetsregisteret arată că firma este în faliment.",
    todo: "Întrebați cine conduce lucrările acum. Masa falimentului are propriul număr de organizație.",
  },
  worker_deceased: {
    headline: "Registrul populației arată un deces",
    happened: () => "Registrul populației arată că persoana de pe card a decedat.",
    todo: "Comparați fotografia și cereți numărul personal. Cardul poate fi folosit de altcineva.",
  },
  no_key_set: {
    headline: "Acest dispozitiv nu are încă date",
    happened: () => "Dispozitivul nu a luat niciodată cheile și starea cardurilor și nu poate verifica nimic.",
    todo: "Mergeți unde există internet și alegeți „Actualizați datele”.",
  },
  data_too_old: {
    headline: "Datele sunt prea vechi",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      const limit = numberIn(e, "max_age_seconds");
      return age === null || limit === null
        ? "Datele de pe acest dispozitiv depășesc limita pentru a declara un card valabil."
        : `Vechimea datelor de pe acest dispozitiv: ${f.duration(age)}. Limita: ${f.duration(limit)}.`;
    },
    todo: update,
  },
  clock_behind: {
    headline: "Ceasul acestui dispozitiv este greșit",
    happened: (e) => {
      const behind = numberIn(e, "behind_seconds");
      return behind === null
        ? "Ceasul acestui dispozitiv a rămas în urmă."
        : `Ceasul acestui dispozitiv a rămas în urmă cu cel puțin ${f.duration(behind)}.`;
    },
    todo: "Potriviți ceasul, de preferat automat, și verificați din nou. Nu este vina lucrătorului.",
  },
  not_a_card_code: {
    headline: "Acesta nu este codul unui card HMS digital",
    happened: (e) => {
      const kind = looksLike[wordIn(e, "looks_like") ?? ""];
      return kind === undefined
        ? "Codul a fost citit, dar nu aparține unui card HMS digital."
        : `Codul a fost citit, dar pare a fi ${kind}.`;
    },
    todo: openInApp,
  },
  foreign_issuer: {
    headline: "Cardul este de la alt emitent",
    happened: (e) => {
      const host = wordIn(e, "host");
      return host === null
        ? "Codul a fost creat de un emitent pe care acest dispozitiv nu îl cunoaște."
        : `Codul indică ${host}, de unde acest dispozitiv nu are chei.`;
    },
    todo: "Nu deschideți adresa. Întrebați de unde are lucrătorul cardul.",
  },
  unknown_format: {
    headline: "Codul este într-un format mai nou",
    happened: (e) => {
      const version = numberIn(e, "version");
      return version === null
        ? "Această aplicație nu cunoaște formatul."
        : `Această aplicație nu cunoaște formatul ${f.count(version)}.`;
    },
    todo: "Instalați ultima versiune a aplicației și verificați din nou.",
  },
  code_damaged: {
    headline: "Codul este deteriorat",
    happened: () => "A fost citită doar o parte din cod sau ceva a fost schimbat.",
    todo: "Citiți codul din nou. Ștergeți ecranul și măriți luminozitatea.",
  },
  wallet_pass: {
    headline: "Codul este din Google Wallet",
    happened: () => "Cardul a fost arătat din Google Wallet. Dovedește mai puțin decât aplicația, pentru că secretul este la Google.",
    todo: "Cere să vezi cardul în aplicația lucrătorului.",
  },
  code_too_long: {
    headline: "Codul este prea lung",
    happened: () => "Codul este mai lung decât poate fi codul unui card HMS.",
    todo: openInApp,
  },
  unknown_issuer_key: {
    headline: "Semnat cu o cheie necunoscută",
    happened: () => "Cardul este semnat cu o cheie pe care acest dispozitiv nu o are. Poate fi nouă.",
    todo: update,
  },
  issuer_key_withdrawn: {
    headline: "Cheia emitentului a fost retrasă",
    happened: () => "Cardul este semnat cu o cheie care nu mai este valabilă.",
    todo: "Rugați lucrătorul să actualizeze cardul în aplicație și verificați din nou.",
  },
  credential_forged: {
    headline: "Cardul este falsificat",
    happened: () => "Cardul nu are o semnătură autentică a emitentului.",
    todo: "Urmați procedura pentru carduri false. Notați ce arată ecranul lucrătorului.",
  },
  proof_forged: {
    headline: "Codul nu a fost creat de telefonul lucrătorului",
    happened: () => "Cardul este autentic, dar codul nu este semnat de telefonul căruia îi aparține.",
    todo: "Urmați procedura pentru carduri împrumutate și false. Comparați fața cu fotografia.",
  },
  code_too_old: {
    headline: "Codul este prea vechi",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null
        ? "Codul este mai vechi decât poate fi. Poate fi o fotografie sau un ceas greșit."
        : `Vechimea codului: ${f.duration(age)}. Poate fi o fotografie sau un ceas greșit.`;
    },
    todo: fourDigits,
  },
  code_from_future: {
    headline: "Codul este din viitor",
    happened: (e) => {
      const ahead = numberIn(e, "ahead_seconds");
      return ahead === null
        ? "Unul dintre ceasuri este greșit."
        : `Codul este cu ${f.duration(ahead)} înaintea ceasului acestui dispozitiv. Unul dintre ceasuri este greșit.`;
    },
    todo: fourDigits,
  },
  paper_code: {
    headline: "Codul este pe hârtie",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Acesta este un cod pe hârtie. Oricine are o copie îl are și el." : `Vechimea foii: ${f.duration(age)}. Hârtia se poate copia.`;
    },
    todo: "Cere să vezi cardul pe telefon.",
  },
  paper_too_old: {
    headline: "Codul de pe hârtie este prea vechi",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Codul de pe hârtie nu mai este valabil." : `Vechimea foii: ${f.duration(age)}, prea mult.`;
    },
    todo: "Cere să vezi cardul pe telefon.",
  },
  challenge_missing: {
    headline: "Codul nu are cele patru cifre",
    happened: () => "Codul a fost creat înainte ca lucrătorul să introducă cifrele.",
    todo: "Rugați lucrătorul să introducă cifrele în aplicație și citiți codul din nou.",
  },
  challenge_wrong: {
    headline: "Codul are alte cifre",
    happened: () => "Codul a fost creat cu alte cifre decât cele date de dumneavoastră.",
    todo: "Cereți cifre noi și vedeți să fie introduse corect.",
  },
  not_yet_valid: {
    headline: "Cardul nu este încă valabil",
    happened: (e) => {
      const from = numberIn(e, "from");
      return from === null
        ? "Cardul a fost emis, dar perioada lui nu a început."
        : `Cardul este valabil abia din ${f.dateTime(from)}.`;
    },
    todo: "Lucrătorul trebuie să aștepte până când cardul este valabil.",
  },
  card_newer_than_data: {
    headline: "Cardul este mai nou decât datele",
    happened: () => "Cardul a fost emis după ce acest dispozitiv a luat ultima dată date.",
    todo: update,
  },
  invalid_without_reason: {
    headline: "Cardul nu este valabil",
    happened: () => "Lista de stări spune că acest card nu este valabil, dar nu spune de ce.",
    todo: "Actualizați datele pentru a vedea motivul.",
  },
  suspended: {
    headline: "Cardul este suspendat",
    happened: () => "Cardul nu este valabil până când ceva nu este lămurit.",
    todo: "Angajatorul sau lucrătorul trebuie să ia legătura cu emitentul.",
  },
  unconfirmed_by_register: {
    headline: "Registrele nu au confirmat cardul",
    happened: () => "La ultima verificare, unul sau mai multe registre nu au răspuns. Asta nu înseamnă că acest card nu este valabil.",
    todo: updateOrNote,
  },
  industry_not_accepted: {
    headline: "Cardul este pentru alt domeniu",
    happened: (e) => {
      const card = industryIn(wordIn(e, "card"));
      const site = industryIn(wordIn(e, "site"));
      return card === undefined || site === undefined
        ? "Cardul este pentru alt domeniu decât locul pe care îl verificați."
        : `Domeniul cardului: ${card.toLowerCase()}. Domeniul locului: ${site.toLowerCase()}.`;
    },
    todo: `${several} Altfel, angajatorul trebuie să solicite cardul potrivit.`,
  },
  typed_code_wrong: {
    headline: "Cifrele nu se potrivesc",
    happened: () => "Cele șase cifre nu aparțin acum acestui număr de card.",
    todo: "Citiți-le din nou. Se schimbă des, așa că introduceți-le imediat.",
  },
};

const errors: Omit<Catalogue["errors"], ActErrorCode | InspectionErrorCode | MeetFault | ReportErrorCode> = {
  no_key_store: {
    happened: "Acest computer nu are un depozit de chei pe care să îl putem folosi.",
    todo: "Porniți depozitul de chei (de exemplu „Parole și chei”) și reporniți aplicația.",
  },
  key_store_locked: {
    happened: "Depozitul de chei este încuiat.",
    todo: "Descuiați-l conectându-vă la computer și încercați din nou.",
  },
  store_key_missing: {
    happened: "Cheia datelor de pe acest dispozitiv a dispărut.",
    todo: "Nu s-a șters nimic. Conectați-vă din nou și mai încercați o dată. Dacă nu ajută, activați din nou.",
  },
  store_damaged: {
    happened: "Datele de pe acest dispozitiv nu pot fi citite.",
    todo: "Reporniți aplicația. Dacă nu ajută, activați din nou.",
  },
  store_busy: {
    happened: "Datele sunt folosite chiar acum.",
    todo: "Așteptați puțin și încercați din nou. Închideți celelalte ferestre ale aplicației.",
  },
  not_enrolled: {
    happened: "Acest dispozitiv nu a fost activat.",
    todo: "Introduceți codul primit.",
  },
  already_enrolled: {
    happened: "Acest dispozitiv este deja activat.",
    todo: "Închideți aplicația și deschideți-o din nou.",
  },
  activation_malformed: {
    happened: "Acesta nu pare a fi un cod de activare.",
    todo: "Verificați dacă aveți tot codul sau linkul.",
  },
  activation_unknown: {
    happened: "Nu există un asemenea cod.",
    todo: "Verificați dacă este scris corect sau cereți altul.",
  },
  activation_expired: { happened: "Codul a expirat.", todo: "Cereți un cod nou." },
  activation_used: {
    happened: "Codul a fost deja folosit.",
    todo: "Dacă nu ați fost dumneavoastră, anunțați emitentul. Altfel, cereți un cod nou.",
  },
  activation_locked: {
    happened: "Codul este blocat după prea multe încercări.",
    todo: "Cereți un cod nou.",
  },
  store_full: {
    happened: "Nu mai este loc pe dispozitiv.",
    todo: "Eliberați spațiu și încercați din nou. Nu s-a pierdut nimic.",
  },
  no_index: {
    happened: "Încă nu există nimic în care să căutați pe dispozitiv.",
    todo: "Actualizați datele cu rețea și așteptați până vine tot.",
  },
  index_locked: {
    happened: "Căutarea este blocată.",
    todo: "Verificați ceasul, conectați-vă la rețea și actualizați datele.",
  },
  enrolment_revoked: {
    happened: "Accesul acestui dispozitiv a fost retras.",
    todo: "Luați legătura cu cel care v-a dat acces.",
  },
  service_unreachable: {
    happened: "Nu putem lua legătura cu serviciul.",
    todo: "Verificați dacă aveți internet și încercați din nou.",
  },
  service_refused: {
    happened: "Serviciul a refuzat.",
    todo: "Încercați din nou peste puțin timp. Dacă nu ajută, luați legătura cu emitentul.",
  },
  service_answer_unreadable: {
    happened: "Serviciul a răspuns ceva ce nu înțelegem.",
    todo: "Verificați dacă aveți ultima versiune a aplicației și încercați din nou.",
  },
  issuer_not_trusted: {
    happened: "Serviciul nu este cel pe care îl cunoaștem.",
    todo: "Nu continuați. Codul poate fi fals. Verificați cine vi l-a dat.",
  },
  key_set_rejected: {
    happened: "Datele noi au fost respinse pentru că ceva nu s-a potrivit.",
    todo: "Datele vechi sunt încă folosite. Încercați din nou peste puțin timp și anunțați dacă problema continuă.",
  },
  no_code_found: {
    happened: "Nu am găsit niciun cod în imagine.",
    todo: "Faceți o fotografie clară cu tot codul și încercați din nou.",
  },
  several_codes: {
    happened: "În imagine sunt mai multe coduri.",
    todo: "Ține un singur cod în fața camerei.",
  },
  image_unreadable: {
    happened: "Imaginea nu poate fi deschisă.",
    todo: "Folosiți o imagine în format PNG, JPEG sau WebP.",
  },
  image_too_large: {
    happened: "Imaginea este prea mare.",
    todo: "Decupați-o până la cod sau folosiți o imagine mai mică.",
  },
  rate_limited: {
    happened: "Au fost prea multe încercări.",
    todo: "Așteptați câteva minute înainte de a încerca din nou.",
  },
  challenge_malformed: {
    happened: "Cifrele nu sunt valabile.",
    todo: "Scrieți exact cele patru cifre date de inspector.",
  },
  clock_unreadable: {
    happened: "Nu putem citi ceasul acestui dispozitiv.",
    todo: "Verificați data și ora în setări.",
  },
  wallet_locked: {
    happened: "Cardul este blocat.",
    todo: "Introdu codul PIN.",
  },
  pin_wrong: {
    happened: "Acesta nu este codul PIN.",
    todo: "Încearcă din nou.",
  },
  pin_wait: {
    happened: "Au fost prea multe încercări greșite.",
    todo: "Așteaptă puțin înainte să încerci din nou.",
  },
  pin_spent: {
    happened: "Au fost prea multe încercări greșite.",
    todo: "Șterge cardul de pe telefon și cere un nou cod de activare.",
  },
  pin_malformed: {
    happened: "Un PIN are 4 până la 8 cifre.",
    todo: "Scrie doar cifre.",
  },
  pin_too_simple: {
    happened: "Acest PIN este ușor de ghicit.",
    todo: "Alege unul cu cifre nici identice, nici la rând.",
  },
  no_position: {
    happened: "Poziția nu poate fi folosită.",
    todo: "Încearcă afară sau alege singur firma.",
  },
  internal: {
    happened: "Ceva nu a mers în aplicație.",
    todo: "Încercați din nou. Dacă nu ajută, reporniți aplicația.",
  },
};

export const ro: Catalogue = {
  app: {
    name: "Card HMS",
    languageLabel: "Limba",
    skipToContent: "Săriți la conținut",
    loading: "Se încarcă …",
    retry: "Încercați din nou",
    close: "Închideți",
    cancel: "Renunțați",
    technical: "Detalii tehnice",
    somethingWrong: "Ceva nu a mers",
    rehearsal: "Repetiție: această aplicație este pregătită pentru probă. Nu o folosiți la verificări reale.",
    version: (version) => `Versiunea ${version}`,
  },
  industries,
  statuses: {
    valid: "Valabil",
    invalid: "Nevalabil",
    suspended: "Suspendat",
    unconfirmed: "Nu poate fi confirmat",
  },
  outcomes: { valid: "Valabil", invalid: "Nevalabil", unconfirmed: "Nu poate fi confirmat" },
  menders: {
    worker: "Lucrătorul",
    employer: "Angajatorul",
    issuer: "Emitentul cardului",
    register: "Registrul",
    inspector: "Dumneavoastră, ca inspector",
    nobody: "Nimeni – nu se poate rezolva",
  },
  ownMenders: {
    worker: "Dumneavoastră",
    employer: "Angajatorul dumneavoastră",
    issuer: "Emitentul cardului",
    register: "Registrul",
    inspector: "Inspecția",
    nobody: "Nimeni – nu se poate rezolva",
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
    title: "La ce veți folosi aplicația?",
    lead: "Alegeți o singură dată pe acest dispozitiv. După configurare, aplicația merge fără internet.",
    worker: "Sunt lucrător",
    workerText: "Țineți cardul HMS pe telefon. Arătați-l inspectorilor, beneficiarilor și clienților.",
    inspector: "Sunt inspector",
    inspectorText: "Verificați carduri HMS la control, și acolo unde nu este internet. Vedeți de ce un card nu este valabil.",
    opening: "Se deschide …",
    otherRole: "Am ales greșit. Înapoi la alegere.",
  },
  card: {
    holder: "Nume",
    number: "Numărul cardului",
    company: "Firmă",
    organisationNumber: "Număr de organizație",
    subUnit: "Subunitate",
    industry: "Domeniu",
    validUntil: "Valabil până la",
    issuer: "Emitent",
    status: "Stare",
    since: (date) => `Din ${date}`,
    sinceUnknown: "Nu știm de când",
    whoMends: "Cine poate rezolva",
    howToMend: "Cum se rezolvă",
    photoOf: (name) => `Fotografie: ${name}`,
    noPhoto: "Fără fotografie",
    photoFailed: "Fotografia nu poate fi arătată",
  },
  activation: {
    title: "Activați cardul HMS",
    lead: "Angajatorul a solicitat cardul. Ați primit un cod sau un link pentru a-l aduce aici.",
    label: "Cod de activare sau link",
    hint: "Scrieți sau lipiți tot codul.",
    submit: "Aduceți cardul",
    submitting: "Se aduce cardul …",
    missing: "Introduceți mai întâi codul.",
    or: "Aveți codul ca imagine?",
    picture: "Alegeți o imagine a codului",
    camera: "Citiți codul cu camera",
    stopCamera: "Opriți camera",
    reading: "Se citește imaginea …",
    found: "Codul a fost citit. Verificați-l și alegeți „Aduceți cardul”.",
    aim: "Țineți codul în fața camerei.",
  },
  wallet: {
    title: "Cardul meu HMS",
    employments: "Rapoarte de muncă",
    employmentsHint: "Alegeți pentru cine lucrați acum.",
    noEmployments: "Pe card nu sunt rapoarte de muncă",
    noEmploymentsText: "Rugați angajatorul să solicite cardul HMS pentru dumneavoastră, apoi aduceți cardul din nou.",
    show: "Arătați acest cod",
    qrLabel: (company) => `Codul QR al cardului dumneavoastră HMS la ${company}`,
    rotation: "Codul se schimbă mereu. O fotografie a lui nu are valoare.",
    secondsLeft: (seconds) => `${f.count(seconds)} s`,
    preparing: "Se creează codul …",
    late: "Codul este ascuns pentru că a expirat. Creăm altul.",
    typed: "Codul nu poate fi citit?",
    typedHint: "Spuneți numărul cardului și aceste șase cifre. Ele se verifică prin internet.",
    typedCode: "Cifre",
    challenge: "Inspectorul mi-a dat patru cifre",
    challengeHint: "Atunci codul dovedește că acest card este al dumneavoastră chiar acum.",
    challengeActive: (digits) => `Codul răspunde la cifrele ${digits}.`,
    challengeClear: "Ștergeți cifrele",
    challengeIncomplete: "Introduceți toate cele patru cifre.",
    notValidTitle: {
      invalid: "Cardul dumneavoastră nu este valabil",
      suspended: "Cardul dumneavoastră este suspendat",
      unconfirmed: "Cardul dumneavoastră nu poate fi confirmat",
    },
    notValidText: "Puteți arăta codul în continuare. Cine verifică vede același lucru ca dumneavoastră.",
    noReason: "Nu ni s-a spus de ce. Luați legătura cu emitentul.",
    refresh: "Actualizați cardul",
    refreshing: "Se actualizează …",
    lastRefresh: (age) => `Verificat ultima dată acum ${age}`,
    neverRefreshed: "Cardul nu a fost încă verificat",
    refreshed: {
      updated: () => "Cardul a fost actualizat.",
      unmodified: () => "Cardul a fost verificat. Nu s-a schimbat nimic.",
      cached: (age) =>
        age === null
          ? "Nu avem legătură cu serviciul. Cardul nu a fost niciodată verificat de pe acest telefon."
          : `Nu avem legătură cu serviciul. Ceea ce vedeți a fost verificat acum ${age}.`,
    },
  },
  camera: {
    start: "Porniți camera",
    stop: "Opriți camera",
    starting: "Se pornește camera …",
    aim: "Țineți codul în fața camerei",
    lens: "Cameră",
    lensNumber: (number) => `Camera ${f.count(number)}`,
    torchOn: "Aprindeți lumina",
    torchOff: "Stingeți lumina",
    view: "Imaginea de la cameră",
    none: "Acest dispozitiv nu are o cameră pe care să o putem folosi.",
    refused: "Aplicația nu are voie să folosească această cameră.",
    busy: "Camera este folosită de alt program.",
    lost: "Camera nu mai transmite imagini. Porniți-o din nou.",
    insteadWorker: "Scrieți codul sau alegeți o imagine a lui.",
    insteadInspector: "Folosiți o imagine, un cititor de mână sau numărul cardului și cifrele.",
  },
  enrolment: {
    title: "Pregătiți dispozitivul pentru control",
    lead: "Aveți nevoie de un cod sau un link de la autoritatea dumneavoastră. Apoi puteți verifica fără internet.",
    label: "Cod sau link pentru inspectori",
    hint: "Scrieți sau lipiți tot codul.",
    submit: "Pregătiți",
    submitting: "Se pregătește …",
    missing: "Introduceți mai întâi codul.",
  },
  keySet: {
    title: "Datele de pe dispozitiv",
    age: (age) => `Vechimea datelor: ${age}`,
    cards: (cards) => `Carduri cuprinse: ${f.count(cards)}`,
    version: (version) => `Versiunea ${version}`,
    staleAt: (date) => `Dă răspuns verde până la ${date}`,
    staleSince: "Nu poate da răspuns verde. Actualizați datele.",
    none: "Încă nu există date",
    noneText: "Luați datele înainte de a verifica un card.",
    freshness: {
      fresh: "Date proaspete",
      ageing: "Datele ar trebui actualizate în curând",
      stale: "Datele sunt prea vechi",
    },
    sync: "Actualizați datele",
    syncing: "Se actualizează …",
    progress: (done, total) => (total === null ? `Luat: ${done}` : `Luat: ${done} din ${total}`),
    progressLabel: "Preluarea datelor",
    synced: {
      updated: "Datele au fost actualizate.",
      unmodified: "Aveați deja cele mai noi date.",
      cached: "Nu avem legătură cu serviciul. Datele vechi sunt încă folosite.",
    },
  },
  check: {
    title: "Verificați un card",
    site: "În ce fel de loc sunteți?",
    anySite: "Toate domeniile",
    ways: "Alte moduri de a citi codul",
    scanner: "Cititor de mână: doar scanați. Nu trebuie să alegeți un câmp.",
    picture: "Alegeți o imagine",
    pictureHint: "Puteți și să lipiți o imagine sau să o lăsați oriunde aici.",
    drop: "Lăsați imaginea pentru a verifica",
    text: "Textul codului",
    textSubmit: "Verificați textul",
    textMissing: "Lipiți sau scrieți mai întâi textul.",
    typed: "Numărul cardului și cifrele",
    typedHint: "Când codul nu poate fi citit. Necesită internet.",
    cardNumber: "Numărul cardului (7 cifre)",
    digits: "Cifrele din aplicație (6)",
    typedSubmit: "Verificați prin internet",
    typedMissing: "Scrieți și numărul cardului, și cifrele.",
    checking: "Se verifică …",
    notYetAnswered: "Codul din imagine nu are încă cele patru cifre. Rugați lucrătorul să le introducă.",
  },
  challenge: {
    ask: "Cereți patru cifre",
    askAgain: "Creați cifre noi",
    why: "Așa știți că acest cod este creat aici și acum, orice ar arăta ceasurile.",
    tell: "Rugați lucrătorul să introducă în aplicație:",
    active: "Următoarea verificare cere aceste cifre.",
    clear: "Ștergeți cifrele",
  },
  verdict: {
    words: { valid: "VALABIL", invalid: "NEVALABIL", unconfirmed: "NU POATE FI CONFIRMAT" },
    sentences: {
      valid: "Cardul este valabil aici și acum. Vedeți dacă este persoana potrivită.",
      invalid: "Cardul nu poate fi folosit în starea actuală.",
      unconfirmed: "Verificarea nu a dat un răspuns sigur. Asta nu înseamnă că acest card nu este valabil.",
    },
    reasons: "Motiv",
    moreReasons: "Motive",
    card: "Pe card",
    noCard: "Codul nu conține un card pe care să îl putem citi.",
    todo: "Ce faceți",
    basis: "Pe ce se bazează răspunsul",
    codeAge: "Vechimea codului:",
    codeAgeValue: (age) => age,
    dataAge: "Vechimea datelor:",
    dataAgeValue: (age) => age,
    noData: "Nu există date pe dispozitiv",
    online: "Verificat prin internet la emitent",
    checkedAt: "Verificat",
    next: "Următorul",
  },
};
