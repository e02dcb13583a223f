import type { AppError } from "./contract";

/**
 * Whatever a promise was rejected with, as an `AppError`. Commands always reject with one; only
 * the bridge itself (a missing command, a denied capability) rejects with something else.
 */
export function asAppError(cause: unknown): AppError {
  if (typeof cause === "object" && cause !== null && "code" in cause) return cause as AppError;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { code: "internal", detail, number: null };
}
