import type { ActErrorCode } from "../backend/acts";
import type { ReportErrorCode } from "../backend/report";
import type { InspectionErrorCode } from "../backend/inspections";
import type { Industry, MeetFault } from "../backend/contract";
import { formats } from "./format";
import type { Catalogue } from "./nb";
import { en as acts } from "./acts/en";
import { errors as meetErrors, en as meet } from "./meet/en";
import { errors as inspectionErrors, en as inspection } from "./inspection/en";
import { en as clocks } from "./clocks/en";
import { en as suggested } from "./suggested/en";
import { en as find } from "./find/en";
import { en as outdoors } from "./outdoors/en";
import { en as own } from "./own/en";
import { en as pack } from "./pack/en";
import { en as photo } from "./photo/en";
import { en as photoCode } from "./photo-code/en";
import { en as report } from "./report/en";
import { numberIn, wordIn } from "./text";

const f = formats("en-GB");

const looksLike: Record<string, string> = {
  eu_covid_certificate: "an EU COVID certificate",
  smart_health_card: "a SMART Health Card",
  coronacheck: "a Dutch CoronaCheck code",
  plastic_hms_card: "the printed plastic HSE card",
  inspector_code: "an inspector's code",
  web_address: "a web address",
  text: "ordinary text",
  digits: "digits only",
};

const industries: Catalogue["industries"] = {
  construction: "Construction",
  cleaning: "Cleaning",
  car_care: "Car care, wheel change and wheel storage",
};

const industryIn = (word: string | null) => industries[word as Industry] as string | undefined;

const reasons: Catalogue["reasons"] = {
  card_expired: {
    headline: "The card has expired",
    meaning: "The card is past its expiry date.",
    mend: "Ask your employer to apply for a new card.",
  },
  worker_not_employed: {
    headline: "You are not registered with this employer",
    meaning:
      "You are listed neither in the employee register (Aa-registeret) nor in the register of assignments for foreign companies (OAR) for this company.",
    mend: "Ask your employer to register the employment in the a-melding or in OAR. The card is checked again every night.",
  },
  employment_ended: {
    headline: "The employment has ended",
    meaning: "Your employer has reported that you have left.",
    mend: "If you have not left, your employer must correct the a-melding and apply again.",
  },
  company_not_registered: {
    headline: "The company is not registered",
    meaning: "The company is not active in Enhetsregisteret or Foretaksregisteret.",
    mend: "Your employer must correct the registration with the Brønnøysund registers.",
  },
  company_not_vat_registered: {
    headline: "The company is not in the VAT register",
    meaning: "A company must be registered for VAT to have HSE cards.",
    mend: "Your employer must register the company with the Norwegian Tax Administration.",
  },
  company_not_approved: {
    headline: "The company is not approved",
    meaning: "Cleaning and car care companies must be approved by the Labour Inspection Authority.",
    mend: "Your employer must apply to the Labour Inspection Authority for approval.",
  },
  staffing_agency_not_registered: {
    headline: "The staffing agency is not approved",
    meaning: "The company hires out workers, but is not in the register of staffing agencies.",
    mend: "Your employer must apply to the Labour Inspection Authority for approval as a staffing agency.",
  },
  worker_not_in_population_register: {
    headline: "You were not found in the population register",
    meaning: "Your national identity number or D-number was not found, or is not active.",
    mend: "Contact the Norwegian Tax Administration and ask them to correct your details.",
  },
  d_number_inactive: {
    headline: "Your D-number is inactive",
    meaning: "A D-number becomes inactive after five years without renewal, and the card falls with it.",
    mend: "Visit the Norwegian Tax Administration with a passport or national ID card to make the D-number active again.",
  },
  no_work_permit: {
    headline: "A permit to work is missing",
    meaning: "We find no residence permit that gives you the right to work.",
    mend: "Contact UDI. A new permit may take some days to be registered.",
  },
  blocked_by_office: {
    headline: "The card is blocked",
    meaning: "The issuer has blocked the card.",
    mend: "Contact the issuer to find out why.",
  },
  card_seized: {
    headline: "The card has been seized",
    meaning: "An inspector has seized the card. Your employer has been told.",
    mend: "Your employer must put the matter right and apply again.",
  },
  employment_removed: {
    headline: "The employment was removed from the card",
    meaning: "An inspector has removed this employment. Your employer has been told.",
    mend: "Your employer must put the matter right and apply again.",
  },
  device_replaced: {
    headline: "The card has moved to another phone",
    meaning: "The card is in use on another phone and no longer counts on this one.",
    mend: "Use the card on the new phone. If it was not you who moved it, tell the issuer at once.",
  },
  phone_lost: {
    headline: "The phone is reported lost",
    meaning: "You or your employer have reported the phone as lost.",
    mend: "If you have found it again, ask for a new activation code.",
  },
  register_silent: {
    headline: "A register did not answer",
    meaning: "The card could not be checked against all registers. That does not make it invalid.",
    mend: "You need not do anything. The card is checked again when the register answers.",
  },
  company_bankrupt: {
    headline: "The company is bankrupt",
    meaning: "Enhetsregisteret reports that the company is bankrupt.",
    mend: "If the estate carries the work on, it must apply for cards under its own organisation number.",
  },
  worker_deceased: {
    headline: "The population register says that you are dead",
    meaning: "The number on the card belongs to a person who is registered as dead.",
    mend: "If that is wrong, contact the Norwegian Tax Administration at once.",
  },
};

const findings: Catalogue["findings"] = {
  card_expired: {
    headline: "The card has expired",
    happened: () => "The card is past its expiry date.",
    todo: "The employer must apply for a new card.",
  },
  worker_not_employed: {
    headline: "Not registered in Aa-registeret or OAR",
    happened: () => "The worker has no registered employment or assignment with this company.",
    todo: "Ask who the worker works for today. If the card has several employments, ask to see the right one.",
  },
  employment_ended: {
    headline: "The employment has ended",
    happened: () => "The employer has reported that the worker has left.",
    todo: "Ask who the worker works for today. If the card has several employments, ask to see the right one.",
  },
  company_not_registered: {
    headline: "The company is not registered",
    happened: () => "The company is not active in Enhetsregisteret or Foretaksregisteret.",
    todo: "The employer must correct the registration with the Brønnøysund registers.",
  },
  company_not_vat_registered: {
    headline: "Not in the VAT register",
    happened: () => "The company is not in the VAT register.",
    todo: "The employer must register the company with the Norwegian Tax Administration.",
  },
  company_not_approved: {
    headline: "The company is not approved",
    happened: () => "The company lacks the Labour Inspection Authority’s approval for cleaning or car care.",
    todo: "The employer must apply to the Labour Inspection Authority for approval.",
  },
  staffing_agency_not_registered: {
    headline: "The staffing agency is not approved",
    happened: () => "The company hires out workers, but is not in the register of staffing agencies.",
    todo: "Ask which company hires the worker out. The employer must apply for approval.",
  },
  worker_not_in_population_register: {
    headline: "Not found in the population register",
    happened: () => "The national identity number or D-number was not found, or is not active.",
    todo: "The worker must ask the Norwegian Tax Administration to correct their details.",
  },
  d_number_inactive: {
    headline: "The D-number is inactive",
    happened: () => "The D-number has not been renewed for five years.",
    todo: "The worker must visit the Norwegian Tax Administration to make it active again.",
  },
  no_work_permit: {
    headline: "No permit to work",
    happened: () => "No residence permit with the right to work was found.",
    todo: "Ask to see the decision. A new permit may have been granted but not yet registered.",
  },
  blocked_by_office: {
    headline: "The card is blocked",
    happened: () => "The issuer has blocked the card.",
    todo: "Contact the issuer to find out why.",
  },
  card_seized: {
    headline: "The card has been seized",
    happened: () => "An inspector has seized the card earlier.",
    todo: "The employer must apply again before the card can be used.",
  },
  employment_removed: {
    headline: "The employment has been removed",
    happened: () => "An inspector has removed this employment from the card.",
    todo: "The employer must apply again. If the card has several employments, ask to see the right one.",
  },
  device_replaced: {
    headline: "The card has moved to another phone",
    happened: () => "This phone shows a card that is in use on another phone.",
    todo: "Ask to see the card on the new phone.",
  },
  phone_lost: {
    headline: "The phone is reported lost",
    happened: () => "The card is shown on a phone that is reported lost.",
    todo: "Compare the face with the photo on the card, and ask for the national identity number or D-number.",
  },
  register_silent: {
    headline: "A register did not answer",
    happened: () => "The card could not be checked against all registers. That does not make it invalid.",
    todo: "Update the data and check again. Write down the card number if that does not help.",
  },
  company_bankrupt: {
    headline: "The company is bankrupt",
    happened: () => "Enhetsregisteret reports that the company is bankrupt.",
    todo: "Ask who runs the work now. An estate has an organisation number of its own.",
  },
  worker_deceased: {
    headline: "The population register says dead",
    happened: () => "The population register says that the person on the card is dead.",
    todo: "Compare the photo and ask for the national identity number. Somebody else may be using the card.",
  },
  no_key_set: {
    headline: "This device has no data yet",
    happened: () => "The device has never fetched keys and card statuses, and cannot check anything.",
    todo: "Go where there is network, and choose “Update data”.",
  },
  data_too_old: {
    headline: "The data is too old",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      const limit = numberIn(e, "max_age_seconds");
      return age === null || limit === null
        ? "The data on this device is past the limit for calling a card valid."
        : `The data on this device is ${f.duration(age)} old. The limit is ${f.duration(limit)}.`;
    },
    todo: "Choose “Update data”, and check again.",
  },
  clock_behind: {
    headline: "The clock on this device is wrong",
    happened: (e) => {
      const behind = numberIn(e, "behind_seconds");
      return behind === null
        ? "The clock on this device is behind."
        : `The clock on this device is at least ${f.duration(behind)} behind.`;
    },
    todo: "Set the clock, preferably automatically, and check again. The fault is not the worker’s.",
  },
  not_a_card_code: {
    headline: "This is not the code of a digital HSE card",
    happened: (e) => {
      const kind = looksLike[wordIn(e, "looks_like") ?? ""];
      return kind === undefined
        ? "The code was read, but does not belong to a digital HSE card."
        : `The code was read, but looks like ${kind}.`;
    },
    todo: "Ask the worker to open the HSE card in the app, and read the code there.",
  },
  foreign_issuer: {
    headline: "The card is from another issuer",
    happened: (e) => {
      const host = wordIn(e, "host");
      return host === null
        ? "The code was made by an issuer this device does not know."
        : `The code points to ${host}, which this device has no keys from.`;
    },
    todo: "Do not open the address. Ask where the worker got the card.",
  },
  unknown_format: {
    headline: "The code is in a newer format",
    happened: (e) => {
      const version = numberIn(e, "version");
      return version === null
        ? "This app does not know the format."
        : `This app does not know format ${f.count(version)}.`;
    },
    todo: "Install the latest version of the app, and check again.",
  },
  code_damaged: {
    headline: "The code is damaged",
    happened: () => "Only part of the code was read, or something was changed.",
    todo: "Read the code again. Wipe the screen and turn up the brightness.",
  },
  wallet_pass: {
    headline: "The code is from Google Wallet",
    happened: () => "The card was shown from Google Wallet. That proves less than the app, because the secret lies with Google.",
    todo: "Ask to see the card in the worker's own app.",
  },
  code_too_long: {
    headline: "The code is too long",
    happened: () => "The code is longer than the code of an HSE card can be.",
    todo: "Ask the worker to open the HSE card in the app, and read the code there.",
  },
  unknown_issuer_key: {
    headline: "Signed with an unknown key",
    happened: () => "The card is signed with a key this device does not have. It may be new.",
    todo: "Choose “Update data”, and check again.",
  },
  issuer_key_withdrawn: {
    headline: "The issuer’s key has been withdrawn",
    happened: () => "The card is signed with a key that no longer counts.",
    todo: "Ask the worker to update the card in the app, and check again.",
  },
  credential_forged: {
    headline: "The card is forged",
    happened: () => "The card does not carry a genuine signature from the issuer.",
    todo: "Follow the routine for forged cards. Write down what the worker’s screen shows.",
  },
  proof_forged: {
    headline: "The code was not made by the worker’s phone",
    happened: () => "The card is genuine, but the code is not signed by the phone it belongs to.",
    todo: "Follow the routine for lent and forged cards. Compare the face with the photo.",
  },
  code_too_old: {
    headline: "The code is too old",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null
        ? "The code is older than it may be. It may be a picture, or a clock that is wrong."
        : `The code is ${f.duration(age)} old. It may be a picture, or a clock that is wrong.`;
    },
    todo: "Ask for four digits. Then the clocks do not matter.",
  },
  code_from_future: {
    headline: "The code is from the future",
    happened: (e) => {
      const ahead = numberIn(e, "ahead_seconds");
      return ahead === null
        ? "One of the clocks is wrong."
        : `The code is ${f.duration(ahead)} ahead of this device’s clock. One of the clocks is wrong.`;
    },
    todo: "Ask for four digits. Then the clocks do not matter.",
  },
  paper_code: {
    headline: "The code is on paper",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "This is a code on paper. Whoever has a copy has it too." : `The sheet is ${f.duration(age)} old. Paper can be copied.`;
    },
    todo: "Ask to see the card on the phone.",
  },
  paper_too_old: {
    headline: "The code on paper is too old",
    happened: (e) => {
      const age = numberIn(e, "age_seconds");
      return age === null ? "The code on paper no longer counts." : `The sheet is ${f.duration(age)} old, which is too old.`;
    },
    todo: "Ask to see the card on the phone.",
  },
  challenge_missing: {
    headline: "The code lacks the four digits",
    happened: () => "The code was made before the worker typed the digits.",
    todo: "Ask the worker to type the digits in the app, and read the code again.",
  },
  challenge_wrong: {
    headline: "The code has other digits",
    happened: () => "The code was made with other digits than those you gave.",
    todo: "Ask for new digits, and see that they are typed correctly.",
  },
  not_yet_valid: {
    headline: "The card is not valid yet",
    happened: (e) => {
      const from = numberIn(e, "from");
      return from === null
        ? "The card has been issued, but its period has not begun."
        : `The card is valid only from ${f.dateTime(from)}.`;
    },
    todo: "The worker must wait until the card is valid.",
  },
  card_newer_than_data: {
    headline: "The card is newer than the data",
    happened: () => "The card was issued after this device last fetched data.",
    todo: "Choose “Update data”, and check again.",
  },
  invalid_without_reason: {
    headline: "The card is invalid",
    happened: () => "The status list says that the card is invalid, but not why.",
    todo: "Update the data to see the reason.",
  },
  suspended: {
    headline: "The card is suspended",
    happened: () => "The card is out of force until something has been settled.",
    todo: "The employer or the worker must contact the issuer.",
  },
  unconfirmed_by_register: {
    headline: "The registers have not confirmed the card",
    happened: () => "One or more registers did not answer at the last check. That does not make the card invalid.",
    todo: "Update the data and check again. Write down the card number if that does not help.",
  },
  industry_not_accepted: {
    headline: "The card is for the wrong industry",
    happened: (e) => {
      const card = industryIn(wordIn(e, "card"));
      const site = industryIn(wordIn(e, "site"));
      return card === undefined || site === undefined
        ? "The card is for another industry than the site you are checking."
        : `The card is for ${card.toLowerCase()}, but the site is ${site.toLowerCase()}.`;
    },
    todo: "If the card has several employments, ask to see the right one. Otherwise the employer must apply for the right card.",
  },
  typed_code_wrong: {
    headline: "The digits do not fit",
    happened: () => "The six digits do not belong to this card number right now.",
    todo: "Read them again. They change often, so type them at once.",
  },
};

const errors: Omit<Catalogue["errors"], ActErrorCode | InspectionErrorCode | MeetFault | ReportErrorCode> = {
  no_key_store: {
    happened: "This computer has no key store we can use.",
    todo: "Turn on the key store (for instance “Passwords and Keys”), and start the app again.",
  },
  key_store_locked: {
    happened: "The key store is locked.",
    todo: "Unlock it by logging in to the computer, and try again.",
  },
  store_key_missing: {
    happened: "The key to the data on this device is gone.",
    todo: "Nothing has been deleted. Log in again and try once more. If that does not help, activate again.",
  },
  store_damaged: {
    happened: "The data on this device cannot be read.",
    todo: "Start the app again. If that does not help, activate again.",
  },
  store_busy: {
    happened: "The data is in use right now.",
    todo: "Wait a little, and try again. Close other windows of the app.",
  },
  not_enrolled: {
    happened: "This device has not been activated.",
    todo: "Enter the code you were given.",
  },
  already_enrolled: {
    happened: "This device is already activated.",
    todo: "Close the app and open it again.",
  },
  activation_malformed: {
    happened: "This does not look like an activation code.",
    todo: "Check that you have the whole code or link.",
  },
  activation_unknown: {
    happened: "There is no such code.",
    todo: "Check that it is written correctly, or ask for a new one.",
  },
  activation_expired: {
    happened: "The code has expired.",
    todo: "Ask for a new code.",
  },
  activation_used: {
    happened: "The code has already been used.",
    todo: "If that was not you, tell the issuer. Otherwise ask for a new code.",
  },
  activation_locked: {
    happened: "The code is locked after too many tries.",
    todo: "Ask for a new code.",
  },
  store_full: {
    happened: "There is no room left on this device.",
    todo: "Free some space and try again. Nothing is lost.",
  },
  no_index: {
    happened: "There is nothing to look up in on this device yet.",
    todo: "Update the data with network, and wait until all has come.",
  },
  index_locked: {
    happened: "Look-up is locked.",
    todo: "Check that the clock is right, connect to a network, and update the data.",
  },
  enrolment_revoked: {
    happened: "Access for this device has been withdrawn.",
    todo: "Contact whoever gave you access.",
  },
  service_unreachable: {
    happened: "We cannot reach the service.",
    todo: "Check that you have network, and try again.",
  },
  service_refused: {
    happened: "The service said no.",
    todo: "Try again in a while. If that does not help, contact the issuer.",
  },
  service_answer_unreadable: {
    happened: "The service answered something we do not understand.",
    todo: "Check that you have the latest version of the app, and try again.",
  },
  issuer_not_trusted: {
    happened: "The service is not the one we know.",
    todo: "Do not go on. The code may be false. Check who gave it to you.",
  },
  key_set_rejected: {
    happened: "The new data was rejected because something did not fit.",
    todo: "The old data is still in use. Try again in a while, and report it if it goes on.",
  },
  no_code_found: {
    happened: "We found no code in the picture.",
    todo: "Take a sharp picture with the whole code in it, and try again.",
  },
  several_codes: {
    happened: "There is more than one code in the picture.",
    todo: "Hold only one code in front of the camera.",
  },
  image_unreadable: {
    happened: "The picture cannot be opened.",
    todo: "Use a picture in PNG, JPEG or WebP format.",
  },
  image_too_large: {
    happened: "The picture is too large.",
    todo: "Crop it to the code, or use a smaller picture.",
  },
  rate_limited: {
    happened: "There have been too many tries.",
    todo: "Wait a few minutes before you try again.",
  },
  challenge_malformed: {
    happened: "The digits are not valid.",
    todo: "Write exactly the four digits the inspector gave you.",
  },
  clock_unreadable: {
    happened: "We cannot read the clock of this device.",
    todo: "Check date and time in the settings.",
  },
  wallet_locked: {
    happened: "The card is locked.",
    todo: "Enter the PIN.",
  },
  pin_wrong: {
    happened: "That is not the PIN.",
    todo: "Try again.",
  },
  pin_wait: {
    happened: "There were too many wrong tries.",
    todo: "Wait a little before you try again.",
  },
  pin_spent: {
    happened: "There were too many wrong tries.",
    todo: "Remove the card from this phone, and ask for a new activation code.",
  },
  pin_malformed: {
    happened: "A PIN is 4 to 8 digits.",
    todo: "Enter digits only.",
  },
  pin_too_simple: {
    happened: "This PIN is too easy to guess.",
    todo: "Choose one whose digits are neither alike nor in a row.",
  },
  no_position: {
    happened: "The position can't be used.",
    todo: "Try again outdoors, or choose the company yourself.",
  },
  internal: {
    happened: "Something went wrong in the app.",
    todo: "Try again. If that does not help, start the app again.",
  },
};

export const en: Catalogue = {
  app: {
    name: "HSE card",
    languageLabel: "Language",
    skipToContent: "Skip to content",
    loading: "Loading …",
    retry: "Try again",
    close: "Close",
    cancel: "Cancel",
    technical: "Technical",
    somethingWrong: "Something went wrong",
    rehearsal: "Rehearsal: this app is set up for trying out. Do not use it for real checks.",
    version: (version) => `Version ${version}`,
  },
  industries,
  statuses: {
    valid: "Valid",
    invalid: "Invalid",
    suspended: "Suspended",
    unconfirmed: "Could not be confirmed",
  },
  outcomes: {
    valid: "Valid",
    invalid: "Invalid",
    unconfirmed: "Could not be confirmed",
  },
  menders: {
    worker: "The worker",
    employer: "The employer",
    issuer: "The issuer of the card",
    register: "The register",
    inspector: "You as inspector",
    nobody: "Nobody – this cannot be mended",
  },
  ownMenders: {
    worker: "You yourself",
    employer: "Your employer",
    issuer: "The issuer of the card",
    register: "The register",
    inspector: "The inspectorate",
    nobody: "Nobody – this cannot be mended",
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
    title: "What will you use the app for?",
    lead: "Choose once on this device. Once set up, the app works without network.",
    worker: "I am a worker",
    workerText: "Keep your HSE card on your phone. Show it to inspectors, builders and customers.",
    inspector: "I am an inspector",
    inspectorText: "Check HSE cards at inspections, also where there is no network. See why a card is invalid.",
    opening: "Opening …",
    otherRole: "I chose the wrong one. Go back to the choice.",
  },
  card: {
    holder: "Name",
    number: "Card number",
    company: "Company",
    organisationNumber: "Organisation number",
    subUnit: "Sub-unit",
    industry: "Industry",
    validUntil: "Valid until",
    issuer: "Issuer",
    status: "Status",
    since: (date) => `Since ${date}`,
    sinceUnknown: "We do not know since when",
    whoMends: "Who can mend it",
    howToMend: "How to mend it",
    photoOf: (name) => `Photo of ${name}`,
    noPhoto: "No photo",
    photoFailed: "The photo cannot be shown",
  },
  activation: {
    title: "Activate your HSE card",
    lead: "Your employer has applied for the card. You were given a code or a link to fetch it here.",
    label: "Activation code or link",
    hint: "Type or paste the whole code.",
    submit: "Fetch the card",
    submitting: "Fetching the card …",
    missing: "Enter the code first.",
    or: "Do you have the code as a picture?",
    picture: "Choose a picture of the code",
    camera: "Read the code with the camera",
    stopCamera: "Stop the camera",
    reading: "Reading the picture …",
    found: "The code was read. Check it, and choose “Fetch the card”.",
    aim: "Hold the code in front of the camera.",
  },
  wallet: {
    title: "My HSE card",
    employments: "Employments",
    employmentsHint: "Choose who you are working for now.",
    noEmployments: "There are no employments on the card",
    noEmploymentsText: "Ask your employer to apply for an HSE card for you, then fetch the card again.",
    show: "Show this code",
    qrLabel: (company) => `QR code of your HSE card with ${company}`,
    rotation: "The code changes all the time. A picture of it is worthless.",
    secondsLeft: (seconds) => `${f.count(seconds)} s`,
    preparing: "Making the code …",
    late: "The code is hidden because it has run out. We are making a new one.",
    typed: "Can the code not be read?",
    typedHint: "Give the card number and these six digits. They are checked online.",
    typedCode: "Digits",
    challenge: "The inspector gave me four digits",
    challengeHint: "Then the code proves that the card is yours right now.",
    challengeActive: (digits) => `The code answers the digits ${digits}.`,
    challengeClear: "Remove the digits",
    challengeIncomplete: "Enter all four digits.",
    notValidTitle: {
      invalid: "Your card is invalid",
      suspended: "Your card is suspended",
      unconfirmed: "Your card could not be confirmed",
    },
    notValidText: "You can still show the code. Whoever checks it sees the same as you.",
    noReason: "We have not been told why. Contact the issuer.",
    refresh: "Update the card",
    refreshing: "Updating …",
    lastRefresh: (age) => `Last checked ${age} ago`,
    neverRefreshed: "The card has not been checked yet",
    refreshed: {
      updated: () => "The card has been updated.",
      unmodified: () => "The card has been checked. Nothing has changed.",
      cached: (age) =>
        age === null
          ? "No contact with the service. The card has never been checked from this phone."
          : `No contact with the service. What you see was checked ${age} ago.`,
    },
  },
  camera: {
    start: "Start the camera",
    stop: "Stop the camera",
    starting: "Starting the camera …",
    aim: "Hold the code in front of the camera",
    lens: "Camera",
    lensNumber: (number) => `Camera ${f.count(number)}`,
    torchOn: "Turn on the light",
    torchOff: "Turn off the light",
    view: "The picture from the camera",
    none: "This device has no camera we can use.",
    refused: "The app is not allowed to use the camera.",
    busy: "The camera is in use by another program.",
    lost: "The camera gives no pictures any more. Start it again.",
    insteadWorker: "Type the code, or choose a picture of it.",
    insteadInspector: "Use a picture, a hand-held scanner, or card number and digits instead.",
  },
  enrolment: {
    title: "Set up this device for inspections",
    lead: "You need a code or link from your authority. Afterwards you can check cards without network.",
    label: "Code or link for inspectors",
    hint: "Type or paste the whole code.",
    submit: "Set up",
    submitting: "Setting up …",
    missing: "Enter the code first.",
  },
  keySet: {
    title: "Data on this device",
    age: (age) => `The data is ${age} old`,
    cards: (cards) => `Covers ${f.count(cards)} cards`,
    version: (version) => `Version ${version}`,
    staleAt: (date) => `Gives green until ${date}`,
    staleSince: "Cannot give green. Update the data.",
    none: "No data yet",
    noneText: "Fetch data before you check cards.",
    freshness: {
      fresh: "Fresh data",
      ageing: "The data should be updated soon",
      stale: "The data is too old",
    },
    sync: "Update data",
    syncing: "Updating …",
    progress: (done, total) =>
      total === null ? `Fetching: ${done}` : `Fetching: ${done} of ${total}`,
    progressLabel: "Fetching data",
    synced: {
      updated: "The data has been updated.",
      unmodified: "You already had the newest data.",
      cached: "No contact with the service. The old data is still in use.",
    },
  },
  check: {
    title: "Check a card",
    site: "What kind of site are you at?",
    anySite: "All industries",
    ways: "Other ways to read the code",
    scanner: "Hand-held scanner: just scan. You need not choose a field.",
    picture: "Choose a picture",
    pictureHint: "You can also paste a picture, or drop one anywhere here.",
    drop: "Drop the picture to check it",
    text: "Text of the code",
    textSubmit: "Check the text",
    textMissing: "Paste or type the text first.",
    typed: "Card number and digits",
    typedHint: "When the code cannot be read. Needs network.",
    cardNumber: "Card number (7 digits)",
    digits: "Digits from the app (6)",
    typedSubmit: "Check online",
    typedMissing: "Enter both the card number and the digits.",
    checking: "Checking …",
    notYetAnswered: "The code in view does not have the four digits yet. Ask the worker to type them.",
  },
  challenge: {
    ask: "Ask for four digits",
    askAgain: "Make new digits",
    why: "Then you know that the code is made here and now, whatever the clocks say.",
    tell: "Ask the worker to type this in the app:",
    active: "The next check requires these digits.",
    clear: "Remove the digits",
  },
  verdict: {
    words: { valid: "VALID", invalid: "INVALID", unconfirmed: "COULD NOT BE CONFIRMED" },
    sentences: {
      valid: "The card is valid here and now. See that this is the right person.",
      invalid: "The card cannot be used as it stands.",
      unconfirmed: "The check gave no certain answer. That does not make the card invalid.",
    },
    reasons: "Reason",
    moreReasons: "Reasons",
    card: "On the card",
    noCard: "The code holds no card we can read.",
    todo: "Do this",
    basis: "What the answer rests on",
    codeAge: "The code is",
    codeAgeValue: (age) => `${age} old`,
    dataAge: "The data is",
    dataAgeValue: (age) => `${age} old`,
    noData: "No data on this device",
    online: "Checked online with the issuer",
    checkedAt: "Checked",
    next: "Next",
  },
};
