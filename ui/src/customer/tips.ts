/** A tip to the authority; see `/openapi.json`. */
export interface Tip {
  id: string;
  company: string;
  place: string;
  seen: string;
  contact: string | null;
}

/** The limits of the service, so that the form can hold them. */
export const LIMITS = { company: 120, place: 200, seen: 2_000, contact: 200 } as const;

export type Sent = "sent" | "kept" | "refused" | "limited";

/** Unsent tips, on this device until they are sent. The only thing that a visit leaves here. */
const OUTBOX = "hmskort.tips";
/** More than anyone writes offline; a page must not fill a phone. */
const MOST_KEPT = 10;

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function outbox(): Tip[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(OUTBOX) ?? "[]");
    return Array.isArray(kept) ? (kept as Tip[]) : [];
  } catch {
    return [];
  }
}

function keep(tips: Tip[]) {
  if (tips.length === 0) localStorage.removeItem(OUTBOX);
  else localStorage.setItem(OUTBOX, JSON.stringify(tips.slice(-MOST_KEPT)));
}

/** Sends a tip; without network it waits here, and `sendKept` tries again. */
export async function sendTip(tip: Tip): Promise<Sent> {
  const result = await post(tip);
  const others = outbox().filter(({ id }) => id !== tip.id);
  keep(result === "kept" ? [...others, tip] : others);
  return result;
}

/** Sends what waits; the service keeps each once, however often it comes. */
export async function sendKept(): Promise<void> {
  for (const tip of outbox()) if ((await sendTip(tip)) === "kept") return;
}

async function post(tip: Tip): Promise<Sent> {
  try {
    const answer = await fetch("/tips", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(tip),
      signal: AbortSignal.timeout(10_000),
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    if (answer.ok) return "sent";
    if (answer.status === 429) return "limited";
    return answer.status >= 500 ? "kept" : "refused";
  } catch {
    return "kept";
  }
}
