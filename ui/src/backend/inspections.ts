/** Inspections, as they cross between the Rust core and this UI. Times are ISO 8601 here, as in reports. */

import type { FindingCode, Industry, Outcome } from "./contract";

export type FindingKind =
  | "no_card"
  | "expired"
  | "invalid"
  | "wrong_employer"
  | "wrong_industry"
  | "another_persons_card"
  | "not_shown"
  | "other";
/** In the report's order. */
export const FINDING_KINDS: FindingKind[] = [
  "no_card",
  "expired",
  "invalid",
  "wrong_employer",
  "wrong_industry",
  "another_persons_card",
  "not_shown",
  "other",
];

export type InspectionState = "open" | "paused" | "ended" | "sent";

export type InspectionErrorCode =
  | "inspection_none_open"
  | "inspection_another_open"
  | "inspection_unknown"
  | "inspection_no_entry"
  | "inspection_sent"
  | "inspection_full"
  | "inspection_locked"
  | "inspection_text";

export interface Place {
  name: string;
  address: string | null;
}

export interface Participant {
  name: string;
  role: string | null;
}

export interface Begin {
  place: Place;
  industry: Industry | null;
  others: Participant[];
}

/** A reason; another version of the core may know more of them. */
export interface Because {
  code: FindingCode;
  since: string | null;
}

export interface Who {
  card: string | null;
  name: string | null;
  birth_date: string | null;
  national_id: string | null;
  company: string | null;
  organisation_number: string | null;
  sub_unit: string | null;
  industry: Industry | null;
}

export interface MetPerson {
  id: string;
  at: string;
  how: "scanned" | "typed" | "looked_up" | "nothing_shown";
  who: Who;
  check: { at: string; outcome: Outcome; reasons: Because[]; data_issued: string | null } | null;
  findings: FindingKind[];
  note: string | null;
  pay_slip_check: boolean;
  judged_again: { at: string; outcome: Outcome; reasons: Because[]; data_issued: string | null } | null;
}

export interface Totals {
  met: number;
  found: number;
  pay_slip_checks: number;
}

/** A main unit or a sub-unit. */
export interface Employer {
  number: string;
  /** If the index has it. */
  name: string | null;
}

export interface SitePicture {
  digest: string;
  caption: string | null;
  taken: string;
}

export interface InspectionLine {
  id: string;
  place: Place;
  began: string;
  ended: string | null;
  state: InspectionState;
  totals: Totals;
}

export interface Inspection extends InspectionLine {
  industry: Industry | null;
  authority: string;
  participants: Participant[];
  note: string | null;
  met: MetPerson[];
  pictures: SitePicture[];
  /** The employer that should be there. */
  expected: Employer | null;
  /** The entry that was on the screen. */
  looking: string | null;
  /** The entry that was removed last, and can be had back. */
  removed: string | null;
}

/** A check that turned out otherwise at a sync. */
export interface News {
  inspection: string;
  place: Place;
  met: string;
  who: Who;
  checked: string;
  from: Outcome;
  to: Outcome;
  reasons: (Because & { after: boolean | null })[];
}

export interface AllInspections {
  /** The device may not show them. */
  locked: boolean;
  open: Inspection | null;
  /** The newest first, with the open one. */
  kept: InspectionLine[];
  last: Begin | null;
  news: News[];
}

/** What a check left in the open inspection. */
export interface Put {
  id: string;
  /** When this person was met before. */
  before: string | null;
  met: MetPerson;
  totals: Inspection["totals"];
}

/** What a person tells who shows nothing that says it. */
export interface Told {
  name: string | null;
  birth_date: string | null;
  company: string | null;
  code: string | null;
}

export interface EntryChange {
  findings?: FindingKind[];
  note?: string;
  pay_slip_check?: boolean;
  told?: Told;
}

export interface InspectionBackend {
  inspections(): Promise<AllInspections>;
  inspectionBegin(begin: Begin): Promise<AllInspections>;
  inspectionPause(): Promise<AllInspections>;
  inspectionResume(id: string): Promise<AllInspections>;
  inspectionEnd(id: string): Promise<AllInspections>;
  inspectionDiscard(id: string): Promise<AllInspections>;
  inspectionNewsSeen(seen: string[]): Promise<AllInspections>;
  inspectionView(id: string): Promise<Inspection>;
  inspectionNote(id: string, note: string): Promise<Inspection>;
  /** `null`: no entry is on the screen. */
  inspectionLookAt(entry: string | null): Promise<null>;
  /** `null`: whoever it is. */
  inspectionExpect(id: string, employer: string | null): Promise<Inspection>;
  inspectionMeetKnown(card: string): Promise<Put>;
  inspectionMeetTold(told: Told): Promise<Put>;
  inspectionChange(id: string, entry: string, change: EntryChange): Promise<Inspection>;
  inspectionRemove(id: string, entry: string): Promise<Inspection>;
  inspectionRestore(id: string, entry: string): Promise<Inspection>;
  inspectionAddPicture(id: string, file: Uint8Array): Promise<Inspection>;
  inspectionCaption(id: string, picture: string, caption: string): Promise<Inspection>;
  inspectionRemovePicture(id: string, picture: string): Promise<Inspection>;
  /** The JPEG file. */
  inspectionPicture(id: string, picture: string): Promise<ArrayBuffer>;
}
