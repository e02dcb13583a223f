/**
 * What crosses between the Rust core and this UI. The Rust types are the source; this file is
 * written by hand until it is generated from them. Times are Unix milliseconds unless the name
 * says otherwise.
 */

import type { PhotoNotice } from "../messages/photo";
import type { ActErrorCode, NoticeView } from "./acts";
import type { ReportErrorCode } from "./report";
import type { InspectionErrorCode, Put } from "./inspections";

export type Role = "worker" | "inspector";
export type Industry = "construction" | "cleaning" | "car_care";
export type Outcome = "valid" | "invalid" | "unconfirmed";
export type Status = "valid" | "invalid" | "suspended" | "unconfirmed";
/** Who can mend what is wrong. */
export type Mender = "worker" | "employer" | "issuer" | "register" | "inspector" | "nobody";
export type RefreshResult = "updated" | "unmodified" | "cached";
export type Freshness = "fresh" | "ageing" | "stale";

/** Why the status of an employment on a card is not valid. */
export type StatusReason =
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
  | "device_replaced"
  | "phone_lost"
  | "register_silent"
  | "company_bankrupt"
  | "worker_deceased";

/** Why a check did not come out valid. */
export type FindingCode =
  | StatusReason
  // Could the check be made at all?
  | "no_key_set"
  | "data_too_old"
  | "clock_behind"
  // Is it a card of this project?
  | "not_a_card_code"
  | "wallet_pass"
  | "foreign_issuer"
  | "unknown_format"
  | "code_damaged"
  | "code_too_long"
  // Signatures
  | "unknown_issuer_key"
  | "issuer_key_withdrawn"
  | "credential_forged"
  | "proof_forged"
  // Time
  | "code_too_old"
  | "code_from_future"
  | "paper_code"
  | "paper_too_old"
  | "challenge_missing"
  | "challenge_wrong"
  | "not_yet_valid"
  // Status
  | "card_newer_than_data"
  | "invalid_without_reason"
  | "suspended"
  | "unconfirmed_by_register"
  // Does the card fit here?
  | "industry_not_accepted"
  // The typed code, asked online
  | "typed_code_wrong";

/** What every command rejects with. `detail` is technical; the sentence comes from the catalogue. */
export interface AppError {
  code: ErrorCode;
  detail: string | null;
  /** `pin_wrong`: tries left; `pin_wait`: when the next try is taken. */
  number: number | null;
}

export type ErrorCode =
  | "no_key_store"
  | "key_store_locked"
  | "store_key_missing"
  | "store_damaged"
  | "store_busy"
  | "not_enrolled"
  | "already_enrolled"
  | "activation_malformed"
  | "activation_unknown"
  | "activation_expired"
  | "activation_used"
  | "activation_locked"
  | "enrolment_revoked"
  | "store_full"
  | "no_index"
  | "index_locked"
  | "service_unreachable"
  | "service_refused"
  | "service_answer_unreadable"
  | "issuer_not_trusted"
  | "key_set_rejected"
  | "no_code_found"
  | "several_codes"
  | "image_unreadable"
  | "image_too_large"
  | "rate_limited"
  | "challenge_malformed"
  | "clock_unreadable"
  | "wallet_locked"
  | "pin_wrong"
  | "pin_wait"
  | "pin_spent"
  | "pin_malformed"
  | "pin_too_simple"
  | "no_position"
  | "internal"
  | ActErrorCode
  | ReportErrorCode
  | InspectionErrorCode
  | MeetFault;

/** What can be wrong when worker and inspector meet. */
export type MeetFault =
  | "no_badge"
  | "receipt_of_another"
  | "not_a_badge"
  | "badge_damaged"
  | "badge_unknown_format"
  | "badge_foreign_issuer"
  | "badge_unknown_key"
  | "badge_key_withdrawn"
  | "badge_forged"
  | "badge_not_current"
  | "badge_too_old"
  | "badge_from_future";

// ---- start

export interface AppState {
  role: Role | null;
  version: string;
  /** The store's key lies in a file, or the time can be set: not for real use. */
  rehearsal: boolean;
}

// ---- worker

export type WalletOverview = { enrolled: false } | EnrolledWallet;

export interface EnrolledWallet {
  enrolled: true;
  holder: string;
  card_number: string;
  issuer: string;
  employments: EmploymentView[];
  last_refresh: number | null;
  /** The employment to show first. */
  first: string | null;
  has_pin: boolean;
  /** How many places are remembered. */
  places: number;
  /** What became of a photo that a person had to look at. Times as the service writes them. */
  photo_notice: PhotoNotice | null;
}

/** What a verifier would say of the card now. */
export interface OwnCheck {
  verdict: Verdict;
  /** For each industry whether the card counts at such work. */
  sites: [Industry, boolean][];
}

/** A link that saves the card in Google Wallet. */
export interface GooglePass {
  link: string;
  /** Something outside the app took it. */
  opened: boolean;
}

/** The words on a sheet of paper. */
export interface PaperWords {
  language: string;
  title: string;
  warning: string;
  facts: [string, string][];
  note: string;
}

export interface EmploymentView {
  id: string;
  company: string;
  organisation_number: string;
  sub_unit: string;
  industry: Industry;
  status: Status;
  reasons: ReasonView[];
  /** What will make it invalid before long; `since` is when. */
  warnings: ReasonView[];
  /** Newest first. */
  history: ChangeView[];
  /** What inspectors did to it, newest first. */
  acts: NoticeView[];
  valid_until: number;
  has_photo: boolean;
}

export interface ReasonView {
  code: StatusReason;
  since: number | null;
  mender: Mender;
}

/** A cause that came or went. */
export interface ChangeView {
  code: StatusReason;
  set: boolean;
  at: number;
}

/** An inspector whose code was scanned. */
export interface Met {
  inspector: string;
  authority: string;
  at: number;
  /** The receipt, when the code was one. */
  receipt: Receipt | null;
}

/** A check of this card. */
export interface Receipt {
  inspector: string;
  authority: string;
  at: number;
  outcome: Outcome;
  company: string;
}

/** Current frame, then the next, so that the swap needs no round trip. */
export interface Presentation {
  frames: Frame[];
  /** Current, then the next; none where there is nothing to type. */
  typed_codes: TypedCode[];
  /** The Rust clock when this was made. */
  now: number;
}

export interface Frame {
  /** `path` is SVG path data: one unit is one module, without the quiet zone. */
  qr: { size: number; path: string };
  from: number;
  until: number;
}

export interface TypedCode {
  digits: string;
  until: number;
}

export interface WalletRefresh {
  result: RefreshResult;
  overview: WalletOverview;
}

// ---- inspector

export type InspectorOverview = { enrolled: false } | EnrolledInspector;

export interface EnrolledInspector {
  enrolled: true;
  name: string;
  authority: string;
  issuer: string;
  key_set: KeySetView | null;
  index: IndexView | null;
  /** Bytes of an index that have come and are not in use yet. */
  index_waiting: number;
  pack: PackView;
  custody: Custody;
  /** How many inspections are kept, be they locked. */
  inspections: number;
}

/** Small pictures of everybody, if the inspector wants them here. */
export interface PackView {
  on: boolean;
  /** Whether all that was published is here. Until then some may be. */
  whole: boolean;
  issued_at: number | null;
  age_seconds: number | null;
  pictures: number;
  /** The issuer gives none out; what was here is removed. */
  withheld: boolean;
}

export interface IndexView {
  version: number;
  issued_at: number;
  age_seconds: number;
  cards: number;
}

/** Whether the device may go on knowing what it knows. */
export type Custody =
  | { state: "kept"; until: number | null }
  | { state: "locked"; since: number }
  | { state: "wiped"; at: number }
  | { state: "revoked"; at: number };

export interface KeySetView {
  version: number;
  issued_at: number;
  age_seconds: number;
  freshness: Freshness;
  /** How many cards the set covers. */
  entries: number;
  stale_at: number;
}

export interface InspectorSync {
  result: RefreshResult | "interrupted";
  overview: InspectorOverview;
}

/** Bytes of one file of the key set or of the index; of `index/apply`, cards. */
export interface SyncProgress {
  file: string;
  done: number;
  total: number | null;
}

export interface Verdict {
  verdict: Outcome;
  /** Most specific first; empty when valid. */
  reasons: Finding[];
  card: CardView | null;
  /** The code's name, for a receipt. */
  code: string | null;
  code_age_seconds: number | null;
  /** Once four digits have been answered, if the clocks are apart. Negative: the phone's is ahead. */
  clocks: { phone_behind_seconds: number; wrong: "here" | "phone" | "either" } | null;
  data: { version: number; issued_at: number; age_seconds: number } | null;
  checked_at: number;
}

/** What came of a check by an inspector. */
export interface Seen extends Verdict {
  /** What it left in the open inspection. */
  put: Put | null;
  /** The code, when an inspection is open and the code doesn't say whose it is. */
  unknown: string | null;
  /** Why it left nothing in the open inspection. */
  not_kept: AppError | null;
}

export interface CardView {
  number: string;
  holder: string;
  company: string;
  organisation_number: string;
  sub_unit: string;
  industry: Industry;
  valid_until: number;
  /** Its place in the status list; a typed code doesn't tell it. */
  status_index: number | null;
  photo_digest: string | null;
}

export interface Finding {
  code: FindingCode;
  outcome: "invalid" | "unconfirmed";
  mender: Mender | null;
  since: number | null;
  evidence: Evidence;
}

export type Evidence = Record<string, unknown>;

// ---- look-up without a code

export interface Found {
  /** The best first. */
  hits: Hit[];
  more: boolean;
}

export type Hit = PersonHit | CompanyHit;

export interface PersonHit {
  kind: "person";
  card: string;
  name: string;
  /** ISO 8601. */
  birth_date: string;
  companies: string[];
}

export interface CompanyHit {
  kind: "company";
  number: string;
  /** `null` for a sub-unit. */
  name: string | null;
  workers: number;
}

/** What a look at a person is about. */
export interface About {
  presented: Presented | null;
  site: Industry | null;
  employer: string | null;
}

/** The employment on a code that was scanned. */
export interface Presented {
  status_index: number | null;
  organisation_number: string;
  sub_unit: string;
  industry: Industry;
}

export type SuggestedKind = "wrong_employer" | "wrong_industry";

export interface PersonView {
  card: string;
  name: string;
  national_id: string;
  /** ISO 8601. */
  birth_date: string;
  photo_digest: string | null;
  phone_since: number | null;
  phone_replaced: boolean;
  /** The presented one first. */
  employments: PersonEmployment[];
  /** What may be found at the presented one; for the inspector to choose. */
  suggested: SuggestedKind[];
  qualifications: { name: string; source: string; until: number | null }[];
  issued_at: number;
  age_seconds: number;
}

export interface PersonEmployment {
  id: string;
  company: string | null;
  organisation_number: string;
  sub_unit: string;
  industry: Industry;
  valid_from: number;
  valid_until: number;
  status: Status;
  reasons: Finding[];
  /** The newest first. */
  history: { reason: StatusReason; set: boolean; at: number }[];
  presented: boolean;
  /** `null` when nobody said what is inspected, or who should be here. */
  accepted_here: boolean | null;
  expected: boolean | null;
}
