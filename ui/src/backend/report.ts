/** The report of an inspection, as it crosses between the Rust core and this UI. Times are Unix milliseconds. */

import type { Industry, Outcome } from "./contract";
import type { FindingKind } from "./inspections";

export type ReportErrorCode =
  | "crew_too_large"
  | "crew_not_csv"
  | "crew_empty"
  | "crew_columns"
  | "report_waiting"
  | "report_unfinished"
  | "report_unwritable";

export type CrewFault =
  | "nobody"
  | "card_number"
  | "name"
  | "birth_date"
  | "company"
  | "organisation_number"
  | "quote_open"
  | "repeated";

export type ReportFormat = "pdf" | "csv" | "json";

/** People, counted. */
export interface Tally {
  people: number;
  valid: number;
  invalid: number;
  unconfirmed: number;
  unchecked: number;
  with_findings: number;
}

export interface ReportTotals {
  met: Tally;
  findings: { kind: FindingKind; people: number }[];
  companies: ({ company: string | null; organisation_number: string | null } & Tally)[];
  industries: ({ industry: Industry | null } & Tally)[];
  pay_slips: number;
  judged_again: number;
}

/** Somebody in a list; the first fifty cross. */
export interface ReportPerson {
  name: string | null;
  card: string | null;
  birth_date: string | null;
  company: string | null;
  outcome: Outcome | null;
}

export interface Listing {
  count: number;
  people: ReportPerson[];
}

export interface CrewView {
  listed: number;
  unlisted: Listing;
  without_valid_card: Listing;
  not_met: Listing;
  unread: number;
  faults: { line: number; fault: CrewFault }[];
}

export type ReportState =
  | { kind: "none" }
  | { kind: "waiting" }
  | { kind: "sent"; at: number; changed: boolean }
  | { kind: "refused"; code: string };

export interface ReportView {
  place: { name: string; address: string | null };
  ended: number | null;
  totals: ReportTotals;
  crew: CrewView | null;
  state: ReportState;
}

export interface ReportBackend {
  reportView: (id: string) => Promise<ReportView>;
  /** A CSV file, as it is. */
  reportCrewList: (id: string, file: Uint8Array) => Promise<ReportView>;
  reportNoCrewList: (id: string) => Promise<ReportView>;
  /** Which file it is in. */
  reportSave: (id: string, format: ReportFormat, language: string) => Promise<string>;
  reportSend: (id: string) => Promise<ReportView>;
}
