/** Inspectors' acts, as they cross between the Rust core and this UI. Times are Unix milliseconds. */

import type { CardView } from "./contract";

export type ActKind = "remove_employment" | "seize_card";
export type Authority = "arbeidstilsynet" | "havindustritilsynet" | "skatteetaten" | "politiet";
export type Ground =
  | "not_employed"
  | "no_contract"
  | "wrong_industry"
  | "undeclared_work"
  | "no_right_to_work"
  | "false_information"
  | "used_by_another"
  | "other";
export type ActErrorCode = "act_not_allowed" | "act_waiting" | "act_sent" | "act_unfit";

export interface Acts {
  /** What this inspector's authority may do, with the grounds there are for it. */
  may: { kind: ActKind; grounds: Ground[] }[];
  /** Grounds that say nothing without an explanation. */
  need_note: Ground[];
  /** Those that wait first, then the newest. */
  acts: ActView[];
}

export interface ActView {
  id: string;
  kind: ActKind;
  card_number: string;
  holder: string;
  company: string;
  ground: Ground;
  note: string | null;
  decided: number;
  state: "queued" | "sending" | "done" | "already" | "card_unknown" | "employment_unknown" | "refused";
  /** Who was before; `null` with `already`: the office. */
  authority: Authority | null;
  at: number | null;
  complain_until: number | null;
  complained: number | null;
  undone: number | null;
  restored: number | null;
  /** The service's own code. */
  refused: string | null;
}

export interface SentActs extends Acts {
  contact: boolean;
}

/** What an inspector decides in front of a card. */
export interface Decision {
  kind: ActKind;
  card: Pick<CardView, "number" | "holder" | "company" | "organisation_number" | "sub_unit" | "industry">;
  ground: Ground;
  note: string | null;
}

/** What a worker is told of an act. */
export interface NoticeView {
  id: string;
  kind: ActKind;
  ground: Ground;
  note: string | null;
  authority: Authority;
  at: number;
  complain_until: number;
  complained: number | null;
  undone: number | null;
}
