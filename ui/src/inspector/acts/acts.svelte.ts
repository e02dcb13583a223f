import type { Acts, Decision } from "../../backend/acts";
import type { Backend } from "../../backend/backend";

/** How long a decision waits here before it is sent by itself: time to think better of it. */
const UNDO_MS = 30_000;

/** The inspector's decisions, here and under way. */
export class Decisions {
  known: Acts | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  /** The last try to send found no network. */
  noContact = $state(false);
  busy = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly backend: Backend) {}

  /** Whether this inspector's authority may do anything to a card. */
  get offers(): boolean {
    return (this.known?.may.length ?? 0) > 0;
  }

  get waiting(): number {
    return this.known?.acts.filter(({ state }) => state === "queued" || state === "sending").length ?? 0;
  }

  load = () => this.#ask(() => this.backend.inspectorActs());

  /** Says whether it is kept. */
  async decide(decision: Decision): Promise<boolean> {
    const kept = await this.#ask(() => this.backend.inspectorDecide(decision));
    if (kept) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.send(), UNDO_MS);
    }
    return kept;
  }

  takeBack = (id: string) => this.#ask(() => this.backend.inspectorTakeBack(id));

  send = () =>
    this.#ask(async () => {
      const sent = await this.backend.inspectorSendActs();
      this.noContact = !sent.contact;
      return sent;
    });

  /** When the window closes, what waits stays where it is. */
  stop() {
    clearTimeout(this.#timer);
  }

  async #ask(question: () => Promise<Acts>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      this.known = await question();
    } catch (cause) {
      this.failure = cause;
    }
    this.busy = false;
    return this.failure === null;
  }
}
