import { Service, ServiceError, session, type Card, type Company, type MayActFor, type Session } from "./api";

const CHOSEN = "hmskort.company";

/** Who is logged in, the company that is acted for, and what is known of it. */
export class Employer {
  session: Session | null = $state.raw(null);
  chosen: MayActFor | null = $state.raw(null);
  company: Company | null = $state.raw(null);
  cards: Card[] | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  loading = $state(true);
  /** Whether a session was there and ended. */
  ended = $state(false);

  readonly service: Service = $derived(
    new Service(this.session?.csrf ?? "", this.chosen?.organisation_number ?? ""),
  );

  /** Finds out who is logged in, and begins with the company of the last visit. */
  async begin() {
    await this.guard(async () => {
      this.session = await session();
      const companies = this.session?.companies ?? [];
      const last = sessionStorage.getItem(CHOSEN);
      const chosen = companies.find((one) => one.organisation_number === last) ?? companies[0];
      if (chosen) await this.open(chosen);
    });
  }

  async choose(organisationNumber: string) {
    const chosen = this.session?.companies.find((one) => one.organisation_number === organisationNumber);
    if (chosen) await this.guard(() => this.open(chosen));
  }

  /** Reads the cards again. */
  async refresh() {
    this.cards = await this.service.get<Card[]>("/cards");
  }

  /** Does something, and notices when the session has ended. Rejects with what went wrong. */
  async change<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ServiceError && error.code === "login_needed") this.leave(true);
      throw error;
    }
  }

  leave(ended: boolean) {
    this.session = this.chosen = this.company = this.cards = null;
    this.ended = ended;
  }

  private async open(chosen: MayActFor) {
    this.chosen = chosen;
    this.company = this.cards = null;
    sessionStorage.setItem(CHOSEN, chosen.organisation_number);
    const [company] = await Promise.all([this.service.get<Company>(""), this.refresh()]);
    this.company = company;
  }

  private async guard(work: () => Promise<void>) {
    this.loading = true;
    this.failure = null;
    try {
      await this.change(work);
    } catch (error) {
      if (this.session) this.failure = error;
      else if (!this.ended) this.failure = error;
    }
    this.loading = false;
  }
}
