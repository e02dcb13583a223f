import init, { Checker } from "./wasm/web.js";
import wasm from "./wasm/web_bg.wasm?url";

/** What the verifier answers; see `crates/web`. */
export interface Answer {
  verdict: "valid" | "invalid" | "unconfirmed";
  because: string | null;
  card: Card | null;
  /** Checked by the service from a pass in Google Wallet, which proves less than the app. */
  wallet_pass?: boolean;
  code_age_seconds: number | null;
  data_age_seconds: number | null;
}

export interface Card {
  number: string;
  holder: string;
  company: string;
  organisation_number: string;
  industry: "construction" | "cleaning" | "car_care";
  photo: string | null;
}

/** Whether an inspector's code is one, and whose. */
export interface BadgeAnswer {
  verdict: Answer["verdict"];
  inspector: string | null;
  authority: string | null;
}

/** A company that Arbeidstilsynet has approved. */
export interface ApprovedCompany {
  organisation_number: string;
  name: string;
  industries: Card["industry"][];
}

type Step =
  | { is: "need"; file: string; limit: number }
  | { is: "updated" }
  | { is: "unmodified" }
  | { is: "refused"; why: string };

const KEY_SET = "/key-set/";
const KEPT = "key-set";
/** Longest wait for one file; a customer at a door doesn't wait longer. */
const PATIENCE_MS = 6_000;

/** The verifier with the newest keys and statuses that could be had. */
export class Keys {
  readonly #checker: Checker;

  private constructor(checker: Checker) {
    this.#checker = checker;
  }

  /** From what an earlier visit kept, or from the issuer's first root. */
  static async open(): Promise<Keys> {
    await init({ module_or_path: wasm });
    const [root, head, status] = await Promise.all(["root", "head", "status"].map(kept));
    if (root && head && status) {
      const checker = new Checker(root);
      try {
        checker.restore(head, status);
        return new Keys(checker);
      } catch {
        // What was kept is damaged; begin anew.
        checker.free();
      }
    }
    const first = await download("root/1.cbor", 64 * 1024);
    if (first === undefined) throw new Error("no root");
    return new Keys(new Checker(first));
  }

  /** Whether anything could be judged without network. */
  get any(): boolean {
    return this.#checker.held("head") !== undefined;
  }

  /** Brings keys and statuses up to date; whatever goes wrong, what is held stays. */
  async sync(): Promise<void> {
    for (;;) {
      const step = JSON.parse(this.#checker.sync(Date.now())) as Step;
      if (step.is === "need") {
        this.#checker.offer(step.file, await download(step.file, step.limit));
        continue;
      }
      if (step.is === "updated") await this.#keep();
      if (step.is === "refused") throw new Error(step.why);
      return;
    }
  }

  check(fragment: string): Answer {
    return JSON.parse(this.#checker.check(fragment, Date.now())) as Answer;
  }

  badge(fragment: string): BadgeAnswer {
    return JSON.parse(this.#checker.badge(fragment, Date.now())) as BadgeAnswer;
  }

  /** Gets the list of approved companies that is current, from the last visit if it has it. */
  async loadApproved(): Promise<void> {
    const file = this.#checker.approved_file();
    if (file === undefined) throw new Error("the issuer gives out no list");
    const had = await kept("approved");
    if (had !== undefined && this.#takes(had)) return;
    const bytes = await download(file, this.#checker.approved_length());
    if (bytes === undefined) throw new Error(`${file} is missing`);
    this.#checker.take_approved(bytes);
    const cache = await caches.open(KEPT);
    await cache.put("/v/kept/approved", new Response(bytes.slice()));
  }

  #takes(list: Uint8Array): boolean {
    try {
      this.#checker.take_approved(list);
      return true;
    } catch {
      // Another list is current by now.
      return false;
    }
  }

  approved(asked: string): ApprovedCompany[] {
    return JSON.parse(this.#checker.approved(asked)) as ApprovedCompany[];
  }

  async #keep() {
    const cache = await caches.open(KEPT);
    // The head last: without it nothing is used.
    for (const file of ["root", "status", "head"]) {
      const bytes = this.#checker.held(file);
      if (bytes) await cache.put(`/v/kept/${file}`, new Response(bytes.slice()));
    }
  }
}

async function kept(file: string): Promise<Uint8Array | undefined> {
  const cache = await caches.open(KEPT).catch(() => null);
  const found = await cache?.match(`/v/kept/${file}`);
  return found && new Uint8Array(await found.arrayBuffer());
}

/** A file of the key set; `undefined` when there is none. Reads no more than `limit` bytes. */
async function download(file: string, limit: number): Promise<Uint8Array | undefined> {
  const answer = await fetch(KEY_SET + file, {
    signal: AbortSignal.timeout(PATIENCE_MS),
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  if (answer.status === 404) return undefined;
  if (!answer.ok || answer.body === null) throw new Error(`${file}: ${answer.status}`);
  const reader = answer.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new Error(`${file} is longer than it may be`);
    }
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
