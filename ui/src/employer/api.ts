import type { ActKind, Authority, Ground } from "../backend/acts";
import type { StatusReason } from "../backend/contract";
import { PHOTO_FAULTS, type PhotoFault, type PhotoNotice } from "../messages/photo";

/** What the service says; see `/openapi.json`. */
export type Industry = "construction" | "cleaning" | "car_care";
export type Status = "valid" | "invalid" | "suspended" | "unconfirmed";

export interface Session {
  csrf: string;
  ends: string;
  companies: MayActFor[];
}

export interface MayActFor {
  organisation_number: string;
  name: string;
  person: string;
  until: string | null;
  delegated_by: string | null;
}

export interface Company {
  organisation_number: string;
  name: string;
  industries: string[];
  fitting: Industry[];
  approved: Industry[];
  sub_units: { organisation_number: string; name: string }[];
  asked: string | null;
  declaration: { version: string; words: string };
}

export interface Cause {
  reason: StatusReason;
  since: string | null;
}

/** What an inspector did to an employment. Times as the service writes them. */
export interface ActNotice {
  id: string;
  kind: ActKind;
  ground: Ground;
  note: string | null;
  authority: Authority;
  at: string;
  complain_until: string;
  complained: string | null;
  undone: string | null;
}

export interface Card {
  employment: string | null;
  application: string | null;
  card_number: string;
  holder: string;
  birth_date: string;
  sub_unit: string;
  industry: Industry;
  status: Status | null;
  causes: Cause[];
  warnings: Cause[];
  valid_until: string | null;
  temporary: boolean;
  photo: boolean;
  photo_notice: PhotoNotice | null;
  /** What inspectors did to it, newest first. */
  acts: ActNotice[];
  on_phone: boolean;
  resumable_until: string | null;
  renewable: boolean;
}

export interface Terms {
  industry: Industry;
  industry_reason: string | null;
  sub_unit: string | null;
  declaration: string;
}

export interface Application {
  national_id: string;
  name: string;
  birth_date: string | null;
  terms: Terms;
}

export interface Applied {
  card_number: string;
  employment: string | null;
}

export interface Renewed {
  valid_until: string;
}

export interface Batch {
  id: string;
  at: string;
  rows: number;
  ready: number;
  applied: number;
  refused: number;
  terms: Terms | null;
}

export interface RefusedRow {
  line: number;
  fault: Fault;
  other_line: number | null;
  fields: string[];
}

export interface RefusedRows {
  columns: string[];
  rows: RefusedRow[];
  more_after: number | null;
}

export interface Colleague {
  id: number;
  name: string;
  until: string | null;
  delegated_by: string | null;
  yourself: boolean;
}

export type ProblemCode =
  | "login_needed"
  | "not_our_page"
  | "not_authorised"
  | "application_refused"
  | "not_found"
  | "conflict"
  | "too_large"
  | "photo_refused"
  | "malformed"
  | "internal";

export const FAULTS = [
  "national_id_length",
  "national_id_date",
  "national_id_checks",
  "name_missing",
  "name_too_long",
  "name_unprintable",
  "name_differs",
  "birth_date_missing",
  "birth_date_unreadable",
  "birth_date_differs",
  "sub_unit_unreadable",
  "sub_unit_unknown",
  "repeated",
  "quote_open",
  "too_many_fields",
  "has_card",
  "applied_already",
  "industry_reason_missing",
  "declaration_old",
  "table_not_text",
  "table_is_spreadsheet",
  "table_empty",
  "table_columns",
  "table_too_long",
  "photo_held",
  "not_ended",
  "not_renewable",
  "until_out_of_range",
  "delegated_already",
  "not_yours_to_delegate",
] as const;
export type Fault = (typeof FAULTS)[number];

/** An answer that is a no, or none at all. */
export class ServiceError extends Error {
  constructor(
    readonly code: ProblemCode | "offline" | "other",
    readonly fault: Fault | null = null,
    /** What is wrong with a photo. */
    readonly photo: PhotoFault[] = [],
  ) {
    super(code);
  }
}

/** Longest wait for an answer, in milliseconds. A long table takes a moment to read. */
const TIMEOUT_MS = 60_000;

/** Times that what can be sent again is tried when the network fails. */
const TRIES = 3;

/** The service, with what a change needs. */
export class Service {
  constructor(
    private readonly csrf: string,
    private readonly company: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return answer(this.at(path), { method: "GET" });
  }

  /** Sends JSON, or a file as it is. `PUT` can be sent again: it is done once. */
  async send<T>(method: "POST" | "PUT" | "DELETE", path: string, body?: object, kind?: string): Promise<T> {
    const file = body instanceof Blob;
    const type = kind ?? "application/json";
    const request = {
      method,
      headers: { "x-csrf-token": this.csrf, ...(body === undefined ? {} : { "content-type": type }) },
      body: body === undefined ? null : file ? body : JSON.stringify(body),
    };
    for (let tries = method === "PUT" ? TRIES : 1; ; tries -= 1) {
      try {
        return await answer(this.at(path), request);
      } catch (error) {
        if (tries <= 1 || !(error instanceof ServiceError) || error.code !== "offline") throw error;
      }
    }
  }

  private at(path: string): string {
    return `/employer/companies/${this.company}${path}`;
  }
}

/** Who is logged in; `null` for nobody. */
export async function session(): Promise<Session | null> {
  try {
    return await answer<Session>("/employer/session", { method: "GET" });
  } catch (error) {
    if (error instanceof ServiceError && error.code === "login_needed") return null;
    throw error;
  }
}

export function logOut(csrf: string): Promise<{ then: string | null }> {
  return answer("/employer/logout", { method: "POST", headers: { "x-csrf-token": csrf } });
}

/** A number for an application or a table, so that what is sent twice is done once. */
export { newId } from "../customer/tips";

async function answer<T>(path: string, request: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...request,
      credentials: "same-origin",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new ServiceError("offline");
  }
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const { code, fault, faults } = (body ?? {}) as { code?: string; fault?: string; faults?: string[] };
  const known = PROBLEMS.find((one) => one === code) ?? (response.status === 401 ? "login_needed" : "other");
  const photo = PHOTO_FAULTS.filter((one) => faults?.includes(one));
  throw new ServiceError(known, FAULTS.find((one) => one === fault) ?? null, photo);
}

const PROBLEMS: readonly ProblemCode[] = [
  "login_needed",
  "not_our_page",
  "not_authorised",
  "application_refused",
  "not_found",
  "conflict",
  "too_large",
  "photo_refused",
  "malformed",
  "internal",
];
