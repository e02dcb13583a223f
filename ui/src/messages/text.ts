import type { Evidence } from "../backend/contract";

/** What an inspector reads about one finding: what happened, and what to do. */
export interface FindingText {
  headline: string;
  happened: (evidence: Evidence) => string;
  todo: string;
}

/** What workers read about their own card: what it means, and how it is mended. */
export interface ReasonText {
  headline: string;
  meaning: string;
  mend: string;
}

/** What anyone reads when something went wrong. */
export interface ErrorText {
  happened: string;
  todo: string;
}

/** A number out of the evidence; `null` when it is not there, so that no sentence says "NaN". */
export function numberIn(evidence: Evidence, key: string): number | null {
  const value = evidence[key];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** A word out of the evidence, or `null`. */
export function wordIn(evidence: Evidence, key: string): string | null {
  const value = evidence[key];
  return typeof value === "string" && value !== "" ? value : null;
}
