/** Longest wait for the service, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Posts JSON to the service, and tells it nothing else. Rejects when it can't be reached. */
export const post = (route: string, body: unknown): Promise<Response> =>
  fetch(route, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    // Where the browser can't stop waiting, the network will.
    signal: "timeout" in AbortSignal ? AbortSignal.timeout(TIMEOUT_MS) : null,
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
