import type { ActErrorCode } from "../backend/acts";
import type { ReportErrorCode } from "../backend/report";
import type { InspectionErrorCode } from "../backend/inspections";
import type { Industry, MeetFault } from "../backend/contract";
import { formats } from "./format";
import type { Catalogue } from "./nb";
import { lt as acts } from "./acts/lt";
import { errors as meetErrors, lt as meet } from "./meet/lt";
import { errors as inspectionErrors, lt as inspection } from "./inspection/lt";
import { lt as clocks } from "./clocks/lt";
import { lt as suggested } from "./suggested/lt";
import { lt as find } from "./find/lt";
import { lt as outdoors } from "./outdoors/lt";
import { lt as own } from "./own/lt";
import { lt as pack } from "./pack/lt";
import { lt as photo } from "./photo/lt";
import { lt as photoCode } from "./photo-code/lt";
import { lt as report } from "./report/lt";
import { numberIn, wordIn } from "./text";

const f = formats("lt-LT");

const looksLike: Record<string, string> = {
  eu_covid_certificate: "ES COVID pažymėjimą",
  smart_health_card: "sveikatos kortelę (SMART Health Card)",
  coronacheck: "Nyderlandų „CoronaCheck“ kodą",
  plastic_hms_card: "spausdintą plastikinę HMS kortelę",
  inspector_code: "inspektoriaus kodą",
  web_address: "interneto adresą",
  text: "paprastą tekstą",
  digits: "vien skaitmenis",
};

const industries: Catalogue["industries"] = {
  construction: "Statyba",
  cleaning: "Valymas",
  car_care: "Automobilių priežiūra, ratų keitimas ir saugojimas",
};

const industryIn = (word: string | null) => industries[word as Industry] as string | undefined;

const reasons: Catalogue["reasons"] = {
  card_expired: {
    headline: "Kortelės galiojimas baigėsi",
    meaning: "Kortelės galiojimo laikas praėjo.",
    mend: "Paprašykite darbdavio pateikti prašymą naujai kortelei.",
  },
  worker_not_employed: {
    headline: "Nesate užregistruotas(-a) pas šį darbdavį",
    meaning:
      "Šioje įmonėje jūsų nėra nei darbuotojų registre (Aa-registeret), nei užsienio įmonių užduočių registre (OAR).",
    mend: "Paprašykite darbdavio užregistruoti darbo santykius per a-melding arba OAR. Kortelė tikrinama iš naujo kiekvieną naktį.",
  },
  employment_ended: {
    headline: "Darbo santykiai pasibaigė",
    meaning: "Darbdavys pranešė, kad išėjote iš darbo.",
    mend: "Jei neišėjote, darbdavys turi pataisyti a-melding ir pateikti prašymą iš naujo.",
  },
  company_not_registered: {
    headline: "Įmonė neregistruota",
    meaning: "Įmonė nėra aktyvi registruose „Enhetsregisteret“ ar „Foretaksregisteret“.",
    mend: "Darbdavys turi pataisyti registraciją Brønnøysund registruose.",
  },
  company_not_vat_registered: {
    headline: "Įmonės nėra PVM mokėtojų registre",
    meaning: "Kad turėtų HMS korteles, įmonė turi būti PVM mokėtoja.",
    mend: "Darbdavys turi užregistruoti įmonę mokesčių inspekcijoje (Skatteetaten).",
  },
  company_not_approved: {
    headline: "Įmonė nepatvirtinta",
    meaning: "Valymo ir automobilių priežiūros įmones turi patvirtinti darbo inspekcija (Arbeidstilsynet).",
    mend: "Darbdavys turi kreiptis į Arbeidstilsynet dėl patvirtinimo.",
  },
  staffing_agency_not_registered: {
    headline: "Įdarbinimo agentūra nepatvirtinta",
    meaning: "Įmonė nuomoja darbuotojus, bet jos nėra įdarbinimo agentūrų registre.",
    mend: "Darbdavys turi kreiptis į Arbeidstilsynet dėl įdarbinimo agentūros patvirtinimo.",
  },
  worker_not_in_population_register: {
    headline: "Jūsų nerasta gyventojų registre",
    meaning: "Jūsų asmens kodas arba D numeris nerastas arba neaktyvus.",
    mend: "Kreipkitės į Skatteetaten ir paprašykite pataisyti jūsų duomenis.",
  },
  d_number_inactive: {
    headline: "Jūsų D numeris neaktyvus",
    meaning: "Po penkerių metų be atnaujinimo D numeris tampa neaktyvus, o kartu nustoja galioti ir kortelė.",
    mend: "Atvykite į Skatteetaten su pasu arba asmens tapatybės kortele, kad D numeris vėl taptų aktyvus.",
  },
  no_work_permit: {
    headline: "Trūksta leidimo dirbti",
    meaning: "Nerandame leidimo gyventi, kuris suteikia teisę dirbti.",
    mend: "Kreipkitės į UDI. Naujo leidimo registravimas gali užtrukti kelias dienas.",
  },
  blocked_by_office: {
    headline: "Kortelė užblokuota",
    meaning: "Išdavėjas užblokavo kortelę.",
    mend: "Kreipkitės į išdavėją ir sužinokite kodėl.",
  },
  card_seized: {
    headline: "Kortelė paimta",
    meaning: "Inspektorius paėmė kortelę. Darbdaviui pranešta.",
    mend: "Darbdavys turi ištaisyti padėtį ir pateikti prašymą iš naujo.",
  },
  employment_removed: {
    headline: "Darbo santykiai pašalinti iš kortelės",
    meaning: "Inspektorius pašalino šiuos darbo santykius. Darbdaviui pranešta.",
    mend: "Darbdavys turi ištaisyti padėtį ir pateikti prašymą iš naujo.",
  },
  device_replaced: {
    headline: "Kortelė perkelta į kitą telefoną",
    meaning: "Kortelė naudojama kitame telefone ir šiame nebegalioja.",
    mend: "Naudokite kortelę naujame telefone. Jei perkėlėte ne jūs, nedelsdami praneškite išdavėjui.",
  },
  phone_lost: {
    headline: "Pranešta, kad telefonas pamestas",
    meaning: "Jūs arba darbdavys pranešėte, kad telefonas dingo.",
    mend: "Jei jį radote, paprašykite naujo aktyvinimo kodo.",
  },
  register_silent: {
    headline: "Registras neatsakė",
    meaning: "Kortelės nepavyko patikrinti visuose registruose. Tai nereiškia, kad ji negalioja.",
    mend: "Jums nieko daryti nereikia. Kortelė bus patikrinta dar kartą, kai registras atsakys.",
  },
  company_bankrupt: {
    headline: "Įmonė bankrutavo",
    meaning: "Enhetsregisteret duomenimis, įmonė bankrutavo.",
    mend: "Jei bankroto administratorius darbus tęsia, jis turi prašyti kortelių savo organizacijos numeriu.",
  },
  worker_deceased: {
    headline: "Gyventojų registre nurodyta, kad esate miręs",
    meaning: "Kortelės numeris priklauso asmeniui, įregistruotam kaip mirusiam.",
    mend: "Jei tai klaida, nedelsdami kreipkitės į Norvegijos mokesčių administraciją (Skatteetaten).",
  },
};

const several = "Jei kortelėje yra keli darbo santykiai, paprašykite parodyti tinkamus.";
const update = "Pasirinkite „Atnaujinti duomenis“ ir patikrinkite dar kartą.";
const updateOrNote = "Atnaujinkite duomenis ir patikrinkite dar kartą. Jei nepadeda, užsirašykite kortelės numerį.";
const fourDigits = "Paprašykite keturių skaitmenų. Tada laikrodžiai nesvarbūs.";
const openInApp = "Paprašykite darbuotojo atidaryti HMS kortelę programėlėje ir nuskaitykite kodą ten.";

const findings: Catalogue["findings"] = {
  card_expired: {
    headline: "Kortelės galiojimas baigėsi",
    happened: () => "Kortelės galiojimo laikas praėjo.",
    todo: "Darbdavys turi pateikti prašymą naujai kortelei.",
  },
  worker_not_employed: {
    headline: "Nėra Aa-registeret ar OAR registre",
    happened: () => "Šioje įmonėje darbuotojo darbo santykiai ar užduotis neregistruoti.",
    todo: `Paklauskite, kam darbuotojas dirba šiandien. ${several}`,
  },
  employment_ended: {
    headline: "Darbo santykiai pasibaigė",
    happened: () => "Darbdavys pranešė, kad darbuotojas išėjo iš darbo.",
    todo: `Paklauskite, kam darbuotojas dirba šiandien. ${several}`,
  },
  company_not_registered: {
    headline: "Įmonė neregistruota",
    happened: () => "Įmonė nėra aktyvi registruose „Enhetsregisteret“ ar „Foretaksregisteret“.",
    todo: "Darbdavys turi pataisyti registraciją Brønnøysund registruose.",
  },
  company_not_vat_registered: {
    headline: "Nėra PVM mokėtojų registre",
    happened: () => "Įmonės nėra PVM mokėtojų registre.",
    todo: "Darbdavys turi užregistruoti įmonę Skatteetaten.",
  },
  company_not_approved: {
    headline: "Įmonė nepatvirtinta",
    happened: () => "Įmonė neturi Arbeidstilsynet patvirtinimo valymui ar automobilių priežiūrai.",
    todo: "Darbdavys turi kreiptis į Arbeidstilsynet dėl patvirtinimo.",
  },
  staffing_agency_not_registered: {
    headline: "Įdarbinimo agentūra nepatvirtinta",
    happened: () => "Įmonė nuomoja darbuotojus, bet jos nėra įdarbinimo agentūrų registre.",
    todo: "Paklauskite, iš ko darbuotojas nuomojamas. Darbdavys turi kreiptis dėl patvirtinimo.",
  },
  worker_not_in_population_register: {
    headline: "Nerasta gyventojų registre",
    happened: () => "Asmens kodas arba D numeris nerastas arba neaktyvus.",
    todo: "Darbuotojas turi paprašyti Skatteetaten pataisyti duomenis.",
  },
  d_number_inactive: {
    headline: "D numeris neaktyvus",
    happened: () => "D numeris neatnaujintas penkerius metus.",
    todo: "Darbuotojas turi atvykti į Skatteetaten, kad numeris vėl taptų aktyvus.",
  },
  no_work_permit: {
    headline: "Trūksta leidimo dirbti",
    happened: () => "Nerasta leidimo gyventi su teise dirbti.",
    todo: "Paprašykite parodyti sprendimą. Naujas leidimas gali būti dar neužregistruotas.",
  },
  blocked_by_office: {
    headline: "Kortelė užblokuota",
    happened: () => "Išdavėjas užblokavo kortelę.",
    todo: "Kreipkitės į išdavėją ir sužinokite kodėl.",
  },
  card_seized: {
    headline: "Kortelė paimta",
    happened: () => "Inspektorius kortelę paėmė anksčiau.",
    todo: "Darbdavys turi pateikti prašymą iš naujo, kad kortelę vėl būtų galima naudoti.",
  },
  employment_removed: {
    headline: "Darbo santykiai pašalinti",
    happened: () => "Inspektorius pašalino šiuos darbo santykius iš kortelės.",
    todo: `Darbdavys turi pateikti prašymą iš naujo. ${several}`,
  },
  device_replaced: {
    headline: "Kortelė perkelta į kitą telefoną",
    happened: () => "Šis telefonas rodo kortelę, kuri naudojama kitame telefone.",
    todo: "Paprašykite parodyti kortelę naujame telefone.",
  },
  phone_lost: {
    headline: "Pranešta, kad telefonas pamestas",
    happened: () => "Kortelė rodoma telefone, apie kurio praradimą pranešta.",
    todo: "Palyginkite veidą su nuotrauka kortelėje ir paklauskite asmens kodo arba D numerio.",
  },
  register_silent: {
    headline: "Registras neatsakė",
    happened: () => "Kortelės nepavyko patikrinti visuose registruose. Tai nereiškia, kad ji negalioja.",
    todo: updateOrNote,
  },
  company_bankrupt: {
    headline: "Įmonė bankrutavo",
    happened: () => "Enhetsregisteret duomenimis, įmonė bankrutavo.",
    todo: "Paklauskite, kas dabar vykdo darbus. Bankrutuojančios įmonės administratorius turi atskirą organizacijos numerį.",
  },
  worker_deceased: {
    headline: "Gyventojų registre įrašyta mirtis",
    happened: () => "Gyventojų registre nurodyta, kad kortelės asmuo miręs.",
    todo: "Palyginkite nuotrauką ir paklauskite asmens numerio. Kortele gali naudotis kitas asmuo.",
  },
  no_key_set: {
    headline: "Šis įrenginys dar neturi duomenų",
    happened: () => "Įrenginys niekada neatsisiuntė raktų ir kortelių būsenų ir nieko patikrinti negali.",
    todo: "Eikite ten, kur yra ryšys, ir pasirinkite „Atnaujinti duomenis“.",
  },
  data_too_old: {
    headline: "Duomenys per seni",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      const limit = numberIn(e, "max_age_seconds");
      return age === null || limit === null
        ? "Duomenys šiame įrenginyje senesni, nei leidžiama pripažįstant kortelę galiojančia."
        : `Duomenų amžius šiame įrenginyje: ${f.duration(age)}. Riba: ${f.duration(limit)}.`;
    },
    todo: update,
  },
  clock_behind: {
    headline: "Šio įrenginio laikrodis neteisingas",
    happened: (e) => {
      const behind = numberIn(e, "behind_seconds");
      return behind === null
        ? "Šio įrenginio laikrodis vėluoja."
        : `Šio įrenginio laikrodis vėluoja bent tiek: ${f.duration(behind)}.`;
    },
    todo: "Nustatykite laikrodį, geriausia automatiškai, ir patikrinkite dar kartą. Tai ne darbuotojo kaltė.",
  },
  not_a_card_code: {
    headline: "Tai ne skaitmeninės HMS kortelės kodas",
    happened: (e) => {
      const kind = looksLike[wordIn(e, "looks_like") ?? ""];
      return kind === undefined
        ? "Kodas nuskaitytas, bet nepriklauso skaitmeninei HMS kortelei."
        : `Kodas nuskaitytas, bet panašus į ${kind}.`;
    },
    todo: openInApp,
  },
  foreign_issuer: {
    headline: "Kortelė yra kito išdavėjo",
    happened: (e) => {
      const host = wordIn(e, "host");
      return host === null
        ? "Kodą sukūrė išdavėjas, kurio šis įrenginys nepažįsta."
        : `Kodas nurodo į ${host}, o iš ten šis įrenginys raktų neturi.`;
    },
    todo: "Neatidarykite adreso. Paklauskite, iš kur darbuotojas gavo kortelę.",
  },
  unknown_format: {
    headline: "Kodas naujesnio formato",
    happened: (e) => {
      const version = numberIn(e, "version");
      return version === null
        ? "Ši programėlė nepažįsta formato."
        : `Ši programėlė nepažįsta formato ${f.count(version)}.`;
    },
    todo: "Įdiekite naujausią programėlės versiją ir patikrinkite dar kartą.",
  },
  code_damaged: {
    headline: "Kodas sugadintas",
    happened: () => "Nuskaityta tik dalis kodo arba kažkas pakeista.",
    todo: "Nuskaitykite kodą dar kartą. Nuvalykite ekraną ir padidinkite ryškumą.",
  },
  wallet_pass: {
    headline: "Kodas iš „Google Wallet“",
    happened: () => "Kortelė parodyta iš „Google Wallet“. Tai įrodo mažiau nei programėlė, nes paslaptis yra pas „Google“.",
    todo: "Paprašykite parodyti kortelę darbuotojo programėlėje.",
  },
  code_too_long: {
    headline: "Kodas per ilgas",
    happened: () => "Kodas ilgesnis, nei gali būti HMS kortelės kodas.",
    todo: openInApp,
  },
  unknown_issuer_key: {
    headline: "Pasirašyta nežinomu raktu",
    happened: () => "Kortelė pasirašyta raktu, kurio šis įrenginys neturi. Jis gali būti naujas.",
    todo: update,
  },
  issuer_key_withdrawn: {
    headline: "Išdavėjo raktas atšauktas",
    happened: () => "Kortelė pasirašyta raktu, kuris nebegalioja.",
    todo: "Paprašykite darbuotojo atnaujinti kortelę programėlėje ir patikrinkite dar kartą.",
  },
  credential_forged: {
    headline: "Kortelė suklastota",
    happened: () => "Kortelė neturi tikro išdavėjo parašo.",
    todo: "Laikykitės suklastotų kortelių tvarkos. Užsirašykite, kas rodoma darbuotojo ekrane.",
  },
  proof_forged: {
    headline: "Kodą sukūrė ne darbuotojo telefonas",
    happened: () => "Kortelė tikra, bet kodo nepasirašė telefonas, kuriam ji priklauso.",
    todo: "Laikykitės skolintų ir suklastotų kortelių tvarkos. Palyginkite veidą su nuotrauka.",
  },
  code_too_old: {
    headline: "Kodas per senas",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null
        ? "Kodas senesnis, nei gali būti. Tai gali būti nuotrauka arba neteisingas laikrodis."
        : `Kodo amžius: ${f.duration(age)}. Tai gali būti nuotrauka arba neteisingas laikrodis.`;
    },
    todo: fourDigits,
  },
  code_from_future: {
    headline: "Kodas iš ateities",
    happened: (e) => {
      const ahead = numberIn(e, "ahead_seconds");
      return ahead === null
        ? "Vienas iš laikrodžių neteisingas."
        : `Kodas lenkia šio įrenginio laikrodį tiek: ${f.duration(ahead)}. Vienas iš laikrodžių neteisingas.`;
    },
    todo: fourDigits,
  },
  paper_code: {
    headline: "Kodas yra popieriuje",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Tai kodas popieriuje. Jį turi ir tas, kas turi kopiją." : `Lapo amžius: ${f.duration(age)}. Popierių galima nukopijuoti.`;
    },
    todo: "Paprašykite parodyti kortelę telefone.",
  },
  paper_too_old: {
    headline: "Kodas popieriuje per senas",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "Kodas popieriuje nebegalioja." : `Lapo amžius: ${f.duration(age)}, tai per daug.`;
    },
    todo: "Paprašykite parodyti kortelę telefone.",
  },
  challenge_missing: {
    headline: "Kode nėra keturių skaitmenų",
    happened: () => "Kodas sukurtas prieš darbuotojui įvedant skaitmenis.",
    todo: "Paprašykite darbuotojo įvesti skaitmenis programėlėje ir nuskaitykite kodą dar kartą.",
  },
  challenge_wrong: {
    headline: "Kode kiti skaitmenys",
    happened: () => "Kodas sukurtas su kitais skaitmenimis nei tie, kuriuos davėte.",
    todo: "Paprašykite naujų skaitmenų ir žiūrėkite, kad jie būtų įvesti teisingai.",
  },
  not_yet_valid: {
    headline: "Kortelė dar negalioja",
    happened: (e) => {
      const from = numberIn(e, "from");
      return from === null
        ? "Kortelė išduota, bet jos laikotarpis dar neprasidėjo."
        : `Kortelė galios tik nuo ${f.dateTime(from)}.`;
    },
    todo: "Darbuotojas turi palaukti, kol kortelė galios.",
  },
  card_newer_than_data: {
    headline: "Kortelė naujesnė už duomenis",
    happened: () => "Kortelė išduota po to, kai šis įrenginys paskutinį kartą gavo duomenis.",
    todo: update,
  },
  invalid_without_reason: {
    headline: "Kortelė negalioja",
    happened: () => "Būsenų sąraše nurodyta, kad kortelė negalioja, bet nenurodyta kodėl.",
    todo: "Atnaujinkite duomenis, kad pamatytumėte priežastį.",
  },
  suspended: {
    headline: "Kortelės galiojimas sustabdytas",
    happened: () => "Kortelė negalioja, kol kai kas nebus išsiaiškinta.",
    todo: "Darbdavys arba darbuotojas turi kreiptis į išdavėją.",
  },
  unconfirmed_by_register: {
    headline: "Registrai kortelės nepatvirtino",
    happened: () => "Per paskutinį patikrinimą vienas ar keli registrai neatsakė. Tai nereiškia, kad kortelė negalioja.",
    todo: updateOrNote,
  },
  industry_not_accepted: {
    headline: "Kortelė skirta kitai veiklai",
    happened: (e) => {
      const card = industryIn(wordIn(e, "card"));
      const site = industryIn(wordIn(e, "site"));
      return card === undefined || site === undefined
        ? "Kortelė skirta kitai veiklai nei tikrinama vieta."
        : `Kortelės veikla: ${card.toLowerCase()}. Vietos veikla: ${site.toLowerCase()}.`;
    },
    todo: `${several} Kitu atveju darbdavys turi pateikti prašymą tinkamai kortelei.`,
  },
  typed_code_wrong: {
    headline: "Skaitmenys netinka",
    happened: () => "Šie šeši skaitmenys šiuo metu nepriklauso šiam kortelės numeriui.",
    todo: "Perskaitykite juos dar kartą. Jie dažnai keičiasi, todėl įveskite iš karto.",
  },
};

const errors: Omit<Catalogue["errors"], ActErrorCode | InspectionErrorCode | MeetFault | ReportErrorCode> = {
  no_key_store: {
    happened: "Šiame kompiuteryje nėra raktų saugyklos, kurią galėtume naudoti.",
    todo: "Įjunkite raktų saugyklą (pavyzdžiui, „Slaptažodžiai ir raktai“) ir paleiskite programėlę iš naujo.",
  },
  key_store_locked: {
    happened: "Raktų saugykla užrakinta.",
    todo: "Atrakinkite ją prisijungdami prie kompiuterio ir bandykite dar kartą.",
  },
  store_key_missing: {
    happened: "Dingo šio įrenginio duomenų raktas.",
    todo: "Niekas neištrinta. Prisijunkite iš naujo ir bandykite dar kartą. Jei nepadeda, aktyvinkite iš naujo.",
  },
  store_damaged: {
    happened: "Šio įrenginio duomenų perskaityti nepavyksta.",
    todo: "Paleiskite programėlę iš naujo. Jei nepadeda, aktyvinkite iš naujo.",
  },
  store_busy: {
    happened: "Duomenys šiuo metu naudojami.",
    todo: "Šiek tiek palaukite ir bandykite dar kartą. Uždarykite kitus programėlės langus.",
  },
  not_enrolled: { happened: "Šis įrenginys neaktyvintas.", todo: "Įveskite gautą kodą." },
  already_enrolled: {
    happened: "Šis įrenginys jau aktyvintas.",
    todo: "Uždarykite programėlę ir atidarykite ją dar kartą.",
  },
  activation_malformed: {
    happened: "Tai nepanašu į aktyvinimo kodą.",
    todo: "Patikrinkite, ar turite visą kodą arba nuorodą.",
  },
  activation_unknown: {
    happened: "Tokio kodo nėra.",
    todo: "Patikrinkite, ar jis teisingai įvestas, arba paprašykite naujo.",
  },
  activation_expired: { happened: "Kodo galiojimas baigėsi.", todo: "Paprašykite naujo kodo." },
  activation_used: {
    happened: "Kodas jau panaudotas.",
    todo: "Jei tai ne jūs, praneškite išdavėjui. Kitu atveju paprašykite naujo kodo.",
  },
  activation_locked: {
    happened: "Kodas užrakintas po per daug bandymų.",
    todo: "Paprašykite naujo kodo.",
  },
  store_full: {
    happened: "Įrenginyje nebeliko vietos.",
    todo: "Atlaisvinkite vietos ir bandykite dar kartą. Niekas neprarasta.",
  },
  no_index: {
    happened: "Įrenginyje dar nėra kur ieškoti.",
    todo: "Atnaujinkite duomenis prisijungę ir palaukite, kol viskas bus gauta.",
  },
  index_locked: {
    happened: "Paieška užrakinta.",
    todo: "Patikrinkite, ar laikrodis rodo teisingai, prisijunkite prie tinklo ir atnaujinkite duomenis.",
  },
  enrolment_revoked: {
    happened: "Šio įrenginio prieiga atšaukta.",
    todo: "Kreipkitės į tą, kas suteikė prieigą.",
  },
  service_unreachable: {
    happened: "Nepavyksta susijungti su paslauga.",
    todo: "Patikrinkite, ar yra ryšys, ir bandykite dar kartą.",
  },
  service_refused: {
    happened: "Paslauga atsisakė.",
    todo: "Bandykite vėliau. Jei nepadeda, kreipkitės į išdavėją.",
  },
  service_answer_unreadable: {
    happened: "Paslauga atsakė tai, ko nesuprantame.",
    todo: "Patikrinkite, ar turite naujausią programėlės versiją, ir bandykite dar kartą.",
  },
  issuer_not_trusted: {
    happened: "Tai ne ta paslauga, kurią pažįstame.",
    todo: "Netęskite. Kodas gali būti suklastotas. Patikrinkite, kas jį davė.",
  },
  key_set_rejected: {
    happened: "Nauji duomenys atmesti, nes kažkas nesutapo.",
    todo: "Tebenaudojami seni duomenys. Bandykite vėliau ir praneškite, jei tai kartojasi.",
  },
  no_code_found: {
    happened: "Nuotraukoje kodo neradome.",
    todo: "Padarykite ryškią viso kodo nuotrauką ir bandykite dar kartą.",
  },
  several_codes: {
    happened: "Vaizde yra daugiau nei vienas kodas.",
    todo: "Laikykite prieš kamerą tik vieną kodą.",
  },
  image_unreadable: {
    happened: "Nuotraukos atidaryti nepavyksta.",
    todo: "Naudokite PNG, JPEG arba WebP formato nuotrauką.",
  },
  image_too_large: {
    happened: "Nuotrauka per didelė.",
    todo: "Apkirpkite ją iki kodo arba naudokite mažesnę nuotrauką.",
  },
  rate_limited: {
    happened: "Per daug bandymų.",
    todo: "Palaukite kelias minutes ir bandykite dar kartą.",
  },
  challenge_malformed: {
    happened: "Skaitmenys netinkami.",
    todo: "Įveskite tiksliai tuos keturis skaitmenis, kuriuos davė inspektorius.",
  },
  clock_unreadable: {
    happened: "Nepavyksta nuskaityti šio įrenginio laikrodžio.",
    todo: "Patikrinkite datą ir laiką nustatymuose.",
  },
  wallet_locked: {
    happened: "Kortelė užrakinta.",
    todo: "Įveskite PIN.",
  },
  pin_wrong: {
    happened: "Tai ne tas PIN.",
    todo: "Bandykite dar kartą.",
  },
  pin_wait: {
    happened: "Per daug neteisingų bandymų.",
    todo: "Palaukite prieš bandydami vėl.",
  },
  pin_spent: {
    happened: "Per daug neteisingų bandymų.",
    todo: "Pašalinkite kortelę iš telefono ir paprašykite naujo aktyvavimo kodo.",
  },
  pin_malformed: {
    happened: "PIN sudaro nuo 4 iki 8 skaitmenų.",
    todo: "Įveskite tik skaitmenis.",
  },
  pin_too_simple: {
    happened: "Šį PIN lengva atspėti.",
    todo: "Pasirinkite tokį, kurio skaitmenys nei vienodi, nei iš eilės.",
  },
  no_position: {
    happened: "Vietos naudoti negalima.",
    todo: "Bandykite lauke arba pasirinkite įmonę patys.",
  },
  internal: {
    happened: "Programėlėje kažkas nepavyko.",
    todo: "Bandykite dar kartą. Jei nepadeda, paleiskite programėlę iš naujo.",
  },
};

export const lt: Catalogue = {
  app: {
    name: "HMS kortelė",
    languageLabel: "Kalba",
    skipToContent: "Pereiti prie turinio",
    loading: "Įkeliama …",
    retry: "Bandyti dar kartą",
    close: "Uždaryti",
    cancel: "Atšaukti",
    technical: "Techninė informacija",
    somethingWrong: "Kažkas nepavyko",
    rehearsal: "Repeticija: ši programėlė skirta išbandyti. Nenaudokite jos tikriems patikrinimams.",
    version: (version) => `Versija ${version}`,
  },
  industries,
  statuses: {
    valid: "Galioja",
    invalid: "Negalioja",
    suspended: "Sustabdyta",
    unconfirmed: "Negalima patvirtinti",
  },
  outcomes: { valid: "Galioja", invalid: "Negalioja", unconfirmed: "Negalima patvirtinti" },
  menders: {
    worker: "Darbuotojas",
    employer: "Darbdavys",
    issuer: "Kortelės išdavėjas",
    register: "Registras",
    inspector: "Jūs kaip inspektorius",
    nobody: "Niekas – to ištaisyti negalima",
  },
  ownMenders: {
    worker: "Jūs patys",
    employer: "Jūsų darbdavys",
    issuer: "Kortelės išdavėjas",
    register: "Registras",
    inspector: "Inspekcija",
    nobody: "Niekas – to ištaisyti negalima",
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
    title: "Kam naudosite programėlę?",
    lead: "Šiame įrenginyje pasirinkite vieną kartą. Nustatyta programėlė veikia be ryšio.",
    worker: "Esu darbuotojas",
    workerText: "Laikykite HMS kortelę telefone. Rodykite ją inspektoriams, užsakovams ir klientams.",
    inspector: "Esu inspektorius",
    inspectorText: "Tikrinkite HMS korteles per patikrinimus, net ir be ryšio. Sužinokite, kodėl kortelė negalioja.",
    opening: "Atidaroma …",
    otherRole: "Pasirinkau ne tą. Grįžti prie pasirinkimo.",
  },
  card: {
    holder: "Vardas ir pavardė",
    number: "Kortelės numeris",
    company: "Įmonė",
    organisationNumber: "Organizacijos numeris",
    subUnit: "Padalinys",
    industry: "Veikla",
    validUntil: "Galioja iki",
    issuer: "Išdavėjas",
    status: "Būsena",
    since: (date) => `Nuo ${date}`,
    sinceUnknown: "Nežinome, nuo kada",
    whoMends: "Kas gali ištaisyti",
    howToMend: "Kaip ištaisyti",
    photoOf: (name) => `Nuotrauka: ${name}`,
    noPhoto: "Nėra nuotraukos",
    photoFailed: "Nuotraukos parodyti nepavyksta",
  },
  activation: {
    title: "Aktyvinkite HMS kortelę",
    lead: "Darbdavys pateikė prašymą kortelei. Gavote kodą arba nuorodą, kad ją čia atsisiųstumėte.",
    label: "Aktyvinimo kodas arba nuoroda",
    hint: "Įveskite arba įklijuokite visą kodą.",
    submit: "Gauti kortelę",
    submitting: "Gaunama kortelė …",
    missing: "Pirmiausia įveskite kodą.",
    or: "Turite kodą kaip nuotrauką?",
    picture: "Pasirinkti kodo nuotrauką",
    camera: "Nuskaityti kodą kamera",
    stopCamera: "Išjungti kamerą",
    reading: "Skaitoma nuotrauka …",
    found: "Kodas nuskaitytas. Patikrinkite jį ir pasirinkite „Gauti kortelę“.",
    aim: "Laikykite kodą prieš kamerą.",
  },
  wallet: {
    title: "Mano HMS kortelė",
    employments: "Darbo santykiai",
    employmentsHint: "Pasirinkite, kam dabar dirbate.",
    noEmployments: "Kortelėje nėra darbo santykių",
    noEmploymentsText: "Paprašykite darbdavio pateikti prašymą jūsų HMS kortelei, tada gaukite kortelę dar kartą.",
    show: "Rodykite šį kodą",
    qrLabel: (company) => `Jūsų HMS kortelės QR kodas įmonėje ${company}`,
    rotation: "Kodas nuolat keičiasi. Jo nuotrauka bevertė.",
    secondsLeft: (seconds) => `${f.count(seconds)} s`,
    preparing: "Kuriamas kodas …",
    late: "Kodas paslėptas, nes nebegalioja. Kuriame naują.",
    typed: "Nepavyksta nuskaityti kodo?",
    typedHint: "Pasakykite kortelės numerį ir šiuos šešis skaitmenis. Jie tikrinami internetu.",
    typedCode: "Skaitmenys",
    challenge: "Inspektorius man davė keturis skaitmenis",
    challengeHint: "Tada kodas įrodo, kad kortelė šiuo metu yra jūsų.",
    challengeActive: (digits) => `Kodas atsako į skaitmenis ${digits}.`,
    challengeClear: "Pašalinti skaitmenis",
    challengeIncomplete: "Įveskite visus keturis skaitmenis.",
    notValidTitle: {
      invalid: "Jūsų kortelė negalioja",
      suspended: "Jūsų kortelės galiojimas sustabdytas",
      unconfirmed: "Jūsų kortelės negalima patvirtinti",
    },
    notValidText: "Kodą vis tiek galite rodyti. Tikrinantis asmuo mato tą patį, ką ir jūs.",
    noReason: "Mums nepranešta kodėl. Kreipkitės į išdavėją.",
    refresh: "Atnaujinti kortelę",
    refreshing: "Atnaujinama …",
    lastRefresh: (age) => `Nuo paskutinio patikrinimo praėjo: ${age}`,
    neverRefreshed: "Kortelė dar netikrinta",
    refreshed: {
      updated: () => "Kortelė atnaujinta.",
      unmodified: () => "Kortelė patikrinta. Niekas nepasikeitė.",
      cached: (age) =>
        age === null
          ? "Nėra ryšio su paslauga. Šiame telefone kortelė niekada netikrinta."
          : `Nėra ryšio su paslauga. Nuo paskutinio patikrinimo praėjo: ${age}.`,
    },
  },
  camera: {
    start: "Įjungti kamerą",
    stop: "Išjungti kamerą",
    starting: "Įjungiama kamera …",
    aim: "Laikykite kodą prieš kamerą",
    lens: "Kamera",
    lensNumber: (number) => `Kamera ${f.count(number)}`,
    torchOn: "Įjungti šviesą",
    torchOff: "Išjungti šviesą",
    view: "Kameros vaizdas",
    none: "Šiame įrenginyje nėra kameros, kurią galėtume naudoti.",
    refused: "Programėlei neleidžiama naudoti kameros.",
    busy: "Kamerą naudoja kita programa.",
    lost: "Kamera nebeperduoda vaizdo. Paleiskite ją iš naujo.",
    insteadWorker: "Įveskite kodą arba pasirinkite jo nuotrauką.",
    insteadInspector: "Naudokite nuotrauką, rankinį skaitytuvą arba kortelės numerį ir skaitmenis.",
  },
  enrolment: {
    title: "Paruoškite įrenginį patikrinimams",
    lead: "Reikia kodo arba nuorodos iš jūsų institucijos. Vėliau korteles galėsite tikrinti be ryšio.",
    label: "Inspektorių kodas arba nuoroda",
    hint: "Įveskite arba įklijuokite visą kodą.",
    submit: "Paruošti",
    submitting: "Ruošiama …",
    missing: "Pirmiausia įveskite kodą.",
  },
  keySet: {
    title: "Duomenys įrenginyje",
    age: (age) => `Duomenų amžius: ${age}`,
    cards: (cards) => `Kortelių: ${f.count(cards)}`,
    version: (version) => `Versija ${version}`,
    staleAt: (date) => `Žalias atsakymas iki ${date}`,
    staleSince: "Žalio atsakymo duoti negali. Atnaujinkite duomenis.",
    none: "Duomenų dar nėra",
    noneText: "Prieš tikrindami korteles gaukite duomenis.",
    freshness: {
      fresh: "Švieži duomenys",
      ageing: "Duomenis netrukus reikės atnaujinti",
      stale: "Duomenys per seni",
    },
    sync: "Atnaujinti duomenis",
    syncing: "Atnaujinama …",
    progress: (done, total) => (total === null ? `Gauta: ${done}` : `Gauta: ${done} iš ${total}`),
    progressLabel: "Duomenų gavimas",
    synced: {
      updated: "Duomenys atnaujinti.",
      unmodified: "Jau turite naujausius duomenis.",
      cached: "Nėra ryšio su paslauga. Tebenaudojami seni duomenys.",
    },
  },
  check: {
    title: "Tikrinti kortelę",
    site: "Kokioje vietoje esate?",
    anySite: "Visos veiklos",
    ways: "Kiti būdai nuskaityti kodą",
    scanner: "Rankinis skaitytuvas: tiesiog nuskaitykite. Lauko rinktis nereikia.",
    picture: "Pasirinkti nuotrauką",
    pictureHint: "Nuotrauką galite ir įklijuoti arba numesti bet kur čia.",
    drop: "Numeskite nuotrauką, kad patikrintumėte",
    text: "Kodo tekstas",
    textSubmit: "Tikrinti tekstą",
    textMissing: "Pirmiausia įklijuokite arba įveskite tekstą.",
    typed: "Kortelės numeris ir skaitmenys",
    typedHint: "Kai nepavyksta nuskaityti kodo. Reikia ryšio.",
    cardNumber: "Kortelės numeris (7 skaitmenys)",
    digits: "Skaitmenys iš programėlės (6)",
    typedSubmit: "Tikrinti internetu",
    typedMissing: "Įveskite ir kortelės numerį, ir skaitmenis.",
    checking: "Tikrinama …",
    notYetAnswered: "Kode dar nėra keturių skaitmenų. Paprašykite darbuotojo juos įvesti.",
  },
  challenge: {
    ask: "Paprašyti keturių skaitmenų",
    askAgain: "Sukurti naujus skaitmenis",
    why: "Taip žinosite, kad kodas sukurtas čia ir dabar, kad ir ką rodytų laikrodžiai.",
    tell: "Paprašykite darbuotojo programėlėje įvesti:",
    active: "Kitam patikrinimui reikės šių skaitmenų.",
    clear: "Pašalinti skaitmenis",
  },
  verdict: {
    words: { valid: "GALIOJA", invalid: "NEGALIOJA", unconfirmed: "NEGALIMA PATVIRTINTI" },
    sentences: {
      valid: "Kortelė galioja čia ir dabar. Įsitikinkite, kad tai tas žmogus.",
      invalid: "Kortelės tokios, kokia ji yra dabar, naudoti negalima.",
      unconfirmed: "Patikrinimas nedavė tikslaus atsakymo. Tai nereiškia, kad kortelė negalioja.",
    },
    reasons: "Priežastis",
    moreReasons: "Priežastys",
    card: "Kortelėje",
    noCard: "Kode nėra kortelės, kurią galėtume perskaityti.",
    todo: "Ką daryti",
    basis: "Atsakymo pagrindas",
    codeAge: "Kodo amžius:",
    codeAgeValue: (age) => age,
    dataAge: "Duomenų amžius:",
    dataAgeValue: (age) => age,
    noData: "Įrenginyje nėra duomenų",
    online: "Patikrinta internetu pas išdavėją",
    checkedAt: "Patikrinta",
    next: "Kita",
  },
};
