import { newId, type Batch, type RefusedRow, type RefusedRows, type Terms } from "./api";
import { csv, save } from "./csv";
import type { Employer } from "./employer.svelte";
import { words } from "./words";

/** A table of workers, from reading to the last row that goes in. */
export class TableJourney {
  batch: Batch | null = $state.raw(null);
  columns: string[] = $state.raw([]);
  /** The first rows that can't go in. */
  refused: RefusedRow[] = $state.raw([]);
  busy: "reading" | "sending" | null = $state(null);
  error: unknown = $state.raw(null);

  constructor(private readonly employer: Employer) {}

  /** Sends a table in to be judged. Nothing goes in yet. */
  async read(file: Blob) {
    await this.does("reading", async () => {
      const path = `/tables/${newId()}`;
      await this.show(await this.employer.service.send<Batch>("PUT", path, file, "text/csv"));
    });
  }

  /** Opens a table that was read before. */
  async open(batch: Batch) {
    await this.does("reading", () => this.show(batch));
  }

  /** Puts rows in until none is ready. Broken off, it goes on where it stopped. */
  async send(terms: Terms) {
    await this.does("sending", async () => {
      while (this.batch !== null && this.batch.ready > 0) {
        const path = `/tables/${this.batch.id}/step`;
        this.batch = await this.employer.service.send<Batch>("POST", path, this.batch.terms ?? terms);
      }
      if (this.batch) await this.show(this.batch);
      await this.employer.refresh();
    });
  }

  /** Gives the rows that can't go in back, as they were written, with what is wrong with each. */
  async download() {
    await this.does("reading", async () => {
      const rows: RefusedRow[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: RefusedRows = await this.page(after);
        rows.push(...page.rows);
        after = page.more_after;
      }
      const own = words();
      // A table that comes back for the second time has the column already.
      const old = this.columns.indexOf(own.table.faultColumn);
      const kept = (fields: string[]) => fields.filter((_, at) => at !== old);
      const width = kept(this.columns).length;
      const lines = rows.map(({ fields, fault }) => {
        const written = kept(fields);
        return [...written, ...Array<string>(Math.max(0, width - written.length)).fill(""), own.faults[fault]];
      });
      save(own.table.refusedFile, csv([[...kept(this.columns), own.table.faultColumn], ...lines]));
    });
  }

  /** Forgets the table, here and at the service. */
  async forget() {
    await this.does("reading", async () => {
      if (this.batch) await this.employer.service.send("DELETE", `/tables/${this.batch.id}`);
      this.close();
    });
  }

  close() {
    this.batch = null;
    this.refused = [];
    this.error = null;
  }

  private page(after: number): Promise<RefusedRows> {
    const id = this.batch?.id ?? "";
    return this.employer.service.get<RefusedRows>(`/tables/${id}/refused?after=${after}`);
  }

  private async show(batch: Batch) {
    this.batch = batch;
    const { columns, rows } = await this.page(0);
    this.columns = columns;
    this.refused = rows;
  }

  private async does(what: "reading" | "sending", work: () => Promise<void>) {
    if (this.busy) return;
    this.busy = what;
    this.error = null;
    try {
      await this.employer.change(work);
    } catch (error) {
      this.error = error;
    }
    this.busy = null;
  }
}
