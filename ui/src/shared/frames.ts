import type { Frame, Presentation, TypedCode } from "../backend/contract";

/** What the worker's screen shows at one moment. */
export interface Showing {
  /** `null` while there is no frame that counts right now. */
  frame: Frame | null;
  typed: TypedCode | null;
  /** The Rust clock at this moment. */
  now: number;
  /** A frame was shown, and ran out before the next one came. */
  late: boolean;
  /** Why the latest fetch failed, if it did. */
  failure: unknown;
}

/** The clocks and timers of the page, so that tests can set them. */
export interface Host {
  /** Milliseconds that never jump, but may stand still while the machine sleeps. */
  monotonic(): number;
  /** Milliseconds that go on through sleep, but jump when someone sets the clock. */
  wall(): number;
  /** Runs something later; gives back how to call it off. */
  after(ms: number, run: () => void): () => void;
}

const page: Host = {
  monotonic: () => performance.now(),
  wall: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** An answer, and when it was asked for on both clocks. */
export interface Fetched {
  presentation: Presentation;
  asked: { monotonic: number; wall: number };
}

/** Asks, and notes the time of the question. */
export async function ask(fetch: () => Promise<Presentation>, host = page): Promise<Fetched> {
  const asked = { monotonic: host.monotonic(), wall: host.wall() };
  return { presentation: await fetch(), asked };
}

export const NOTHING: Showing = { frame: null, typed: null, now: 0, late: false, failure: null };

/** How far the two clocks may part before we say that the machine slept or was set. */
const SLEPT_MS = 1_500;
/** Wait between tries when the core fails or has nothing that counts. */
const RETRY_MS = 500;
/** A timer may fire a little early; this keeps that from becoming a busy loop. */
const SHORTEST_MS = 20;

/**
 * Shows each frame from its first millisecond to its last, and never longer.
 *
 * The swap at a boundary happens here, out of the pair that is already fetched; only then is the
 * following pair asked for. If that answer is late there is no frame, and `late` says so.
 */
export class FrameFeed {
  readonly #fetch: () => Promise<Presentation>;
  readonly #show: (showing: Showing) => void;
  readonly #host: Host;

  #held: Fetched | null = null;
  #showing = NOTHING;
  #failure: unknown = null;
  #fetching = false;
  #stopped = false;
  #hidden = false;
  #cancelSwap = () => {};
  #cancelRetry = () => {};

  constructor(fetch: () => Promise<Presentation>, show: (showing: Showing) => void, host = page) {
    this.#fetch = fetch;
    this.#show = show;
    this.#host = host;
  }

  /** Starts with what was fetched before, if anything was. */
  start(first: Fetched | null = null) {
    this.#held = first;
    this.#render();
    if (this.#lacks()) void this.#pull();
  }

  stop() {
    this.#stopped = true;
    this.#cancelSwap();
    this.#cancelRetry();
  }

  /** Out of sight: leave no code behind that could be seen when it no longer counts. */
  hide() {
    this.#hidden = true;
    this.#held = null;
    this.#publish(NOTHING);
  }

  /** In sight again, or awake. */
  wake() {
    this.#hidden = false;
    void this.#pull();
  }

  async #pull() {
    if (this.#fetching || this.#stopped || this.#hidden) return;
    this.#cancelRetry();
    this.#fetching = true;
    try {
      this.#held = await ask(this.#fetch, this.#host);
      this.#failure = null;
    } catch (cause) {
      this.#failure = cause;
    }
    this.#fetching = false;
    this.#render();
    if (this.#failure !== null || this.#lacks()) {
      this.#cancelRetry = this.#host.after(RETRY_MS, () => void this.#pull());
    }
  }

  #lacks(): boolean {
    const typed = this.#held?.presentation.typed_codes.length !== 0;
    return this.#showing.frame === null || (typed && this.#showing.typed === null);
  }

  /** Shows what counts now, and sets the timer for when that changes. */
  #render() {
    this.#cancelSwap();
    if (this.#stopped || this.#hidden) return;
    if (this.#held !== null && this.#slept(this.#held)) this.#held = null;

    const now = this.#held === null ? 0 : this.#now(this.#held);
    const frame = this.#held?.presentation.frames.find((one) => one.from <= now && now < one.until) ?? null;
    const typed = this.#held?.presentation.typed_codes.find((one) => now < one.until) ?? null;
    const late = frame === null && (this.#showing.late || this.#showing.frame !== null);
    this.#publish({ frame, typed, now, late, failure: this.#failure });

    const change = Math.min(frame?.until ?? Infinity, typed?.until ?? Infinity) - now;
    if (change === Infinity) return;
    this.#cancelSwap = this.#host.after(Math.max(change, SHORTEST_MS), () => {
      this.#render();
      void this.#pull();
    });
  }

  #publish(showing: Showing) {
    this.#showing = showing;
    this.#show(showing);
  }

  /**
   * The Rust clock, counted from the question and not from the answer: the core read its clock
   * somewhere in between, so we are never behind it and never show a frame that has run out.
   */
  #now({ presentation, asked }: Fetched): number {
    return presentation.now + this.#host.monotonic() - asked.monotonic;
  }

  #slept({ asked }: Fetched): boolean {
    const monotonic = this.#host.monotonic() - asked.monotonic;
    const wall = this.#host.wall() - asked.wall;
    return Math.abs(wall - monotonic) > SLEPT_MS;
  }
}
