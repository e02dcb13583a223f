import { Keys, type Answer, type BadgeAnswer } from "./keys";
import { checkTyped, TypedError } from "./typed";

/** What stands in a pass of Google Wallet: a card's number and eight digits. */
export const PASS = /^\d{15}$/u;

/** Longest wait for news when what an earlier visit kept could judge. */
const PATIENCE_MS = 3_000;

/** An answer, and when it was given. */
export interface Given {
  answer: Answer;
  at: number;
}

/** One visit to the page: what it asks, and what came of it. */
export class Visit {
  given: Given | null = $state.raw(null);
  /** Whose inspector's code was read. */
  badge: BadgeAnswer | null = $state.raw(null);
  checking = $state(false);
  unreachable = $state(false);
  /** This browser lacks what the verifier needs; digits can still be checked by the service. */
  readonly tooOld = !("WebAssembly" in window && "caches" in window && "timeout" in AbortSignal);

  #keys: Keys | null = null;
  /** The code that was not judged yet, to try again with. */
  #waiting = "";

  /** Judges the part of the address behind `#`. */
  async check(fragment: string): Promise<void> {
    if (this.tooOld) return;
    this.#waiting = fragment;
    this.checking = true;
    this.unreachable = false;
    this.given = this.badge = null;
    try {
      const keys = await this.#fresh();
      this.give(keys.check(fragment));
      this.#waiting = "";
    } catch {
      this.unreachable = true;
    }
    this.checking = false;
  }

  /** Judges an inspector's own code. */
  async meet(fragment: string): Promise<void> {
    if (this.tooOld) return;
    this.checking = true;
    this.given = this.badge = null;
    try {
      this.badge = (await this.#fresh()).badge(fragment);
    } catch {
      this.unreachable = true;
    }
    this.checking = false;
  }

  /** Has the service check the card number and the digits in a pass of Google Wallet. */
  async checkPass(digits: string): Promise<void> {
    this.checking = true;
    this.given = null;
    try {
      this.give(await checkTyped(digits.slice(0, 7), digits.slice(7)));
    } catch (cause) {
      const offline = !(cause instanceof TypedError) || cause.fault === "offline";
      const because = offline ? "pass_offline" : "pass_wrong";
      this.give({ verdict: "unconfirmed", because, card: null, code_age_seconds: null, data_age_seconds: null });
    }
    this.checking = false;
  }

  again = () => this.check(this.#waiting);

  /** Gets the keys without a code, so that the next visit needs no network. */
  async prepare(): Promise<void> {
    if (!this.tooOld) await this.#fresh().catch(() => undefined);
  }

  /** The newest keys, for whoever searches below them. */
  keys = () => this.#fresh();

  give = (answer: Answer) => {
    this.given = { answer, at: Date.now() };
  };

  /** The newest keys that can be had in time. */
  async #fresh(): Promise<Keys> {
    const keys = (this.#keys ??= await Keys.open());
    const synced = keys.sync();
    if (keys.any) {
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      // Without news what is held judges, and says how old it is.
      await Promise.race([synced.catch(() => undefined), late]);
    } else {
      await synced;
    }
    return keys;
  }
}
