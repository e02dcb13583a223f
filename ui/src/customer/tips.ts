import { hex } from "../shared/hex";
import { post } from "./service";

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
  return hex(crypto.getRandomValues(new Uint8Array(16)));
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
  const result = await deliver(tip);
  const others = outbox().filter(({ id }) => id !== tip.id);
  keep(result === "kept" ? [...others, tip] : others);
  return result;
}

/** Sends what waits; the service keeps each once, however often it comes. */
export async function sendKept(): Promise<void> {
  for (const tip of outbox()) if ((await sendTip(tip)) === "kept") return;
}

async function deliver(tip: Tip): Promise<Sent> {
  try {
    const answer = await post("/tips", tip);
    if (answer.ok) return "sent";
    if (answer.status === 429) return "limited";
    return answer.status >= 500 ? "kept" : "refused";
  } catch {
    return "kept";
  }
}
