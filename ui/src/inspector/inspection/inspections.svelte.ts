import type { Backend } from "../../backend/backend";
import type {
  AllInspections,
  Begin,
  Employer,
  EntryChange,
  Inspection,
  MetPerson,
  Put,
  Told,
} from "../../backend/inspections";
import { Asking } from "../../shared/asking.svelte";

/** The inspections on this device, as the core says they are after each change. */
export class Inspections {
  all: AllInspections | null = $state.raw(null);
  /** One that is looked into though it is not open. */
  shown: Inspection | null = $state.raw(null);
  /** The entry that is on the screen. */
  entryId: string | null = $state(null);
  /** When the person on the screen had been met before. */
  before: string | null = $state(null);
  /** Who should be where no inspection is open. */
  #chosen: Employer | null = $state.raw(null);
  readonly #asking = new Asking();

  constructor(private readonly backend: Backend) {}

  get failure(): unknown {
    return this.#asking.failure;
  }

  set failure(cause: unknown) {
    this.#asking.failure = cause;
  }

  get open(): Inspection | null {
    return this.all?.open ?? null;
  }

  /** The one on the screen. */
  get current(): Inspection | null {
    return this.shown ?? this.open;
  }

  /** The employer that should be here; an inspection keeps its own. */
  get employer(): Employer | null {
    return this.open ? this.open.expected : this.#chosen;
  }

  get entry(): MetPerson | null {
    return this.current?.met.find(({ id }) => id === this.entryId) ?? null;
  }

  /** Looks anew, and comes back to the entry that was on the screen when the tablet went off. */
  async load() {
    await this.ask(async () => {
      this.all = await this.backend.inspections();
      this.entryId ??= this.all.open?.looking ?? null;
    });
  }

  /** A check has been put into the open one. */
  take({ id, before, met, totals }: Put) {
    if (this.open) {
      const again = this.open.met.some((one) => one.id === id);
      const all = this.open.met;
      this.#set({
        ...this.open,
        totals,
        met: again ? all.map((one) => (one.id === id ? met : one)) : [...all, met],
      });
    }
    [this.entryId, this.before] = [id, before];
  }

  /** Who was expected before it began is expected in it. */
  async begin(begin: Begin) {
    const [begun, employer] = [await this.#all(() => this.backend.inspectionBegin(begin)), this.#chosen];
    if (begun && employer) {
      this.#chosen = null;
      await this.expect(employer);
    }
    return begun;
  }

  /** Says who should be here; nothing for whoever it is. */
  async expect(employer: Employer | null) {
    const open = this.open;
    if (open === null) this.#chosen = employer;
    else {
      await this.ask(async () => {
        this.#set(await this.backend.inspectionExpect(open.id, employer?.number ?? null));
      });
    }
  }

  pause = () => this.#all(() => this.backend.inspectionPause());
  resume = (id: string) => this.#all(() => this.backend.inspectionResume(id));
  discard = (id: string) => this.#all(() => this.backend.inspectionDiscard(id));
  end = (id: string) => this.#all(() => this.backend.inspectionEnd(id));
  seen = (ids: string[]) => this.#all(() => this.backend.inspectionNewsSeen(ids));

  /** Shows one; nothing for the open one. */
  async show(id: string | null) {
    this.entryId = null;
    if (id === null) this.shown = null;
    else {
      await this.ask(async () => {
        this.#set(await this.backend.inspectionView(id));
      });
    }
  }

  meetTold = (told: Told) =>
    this.ask(async () => {
      this.take(await this.backend.inspectionMeetTold(told));
    });

  meetKnown = (card: string) =>
    this.ask(async () => {
      this.take(await this.backend.inspectionMeetKnown(card));
    });

  /** Puts an entry on the screen, or none; the core remembers it for the open inspection. */
  async look(id: string | null) {
    [this.entryId, this.before] = [id, null];
    if (this.shown === null && this.open) {
      await this.ask(async () => {
        await this.backend.inspectionLookAt(id);
      });
    }
  }

  change = (entry: string, change: EntryChange) =>
    this.#one((id) => this.backend.inspectionChange(id, entry, change));

  async remove(entry: string) {
    await this.#one((id) => this.backend.inspectionRemove(id, entry));
    if (this.failure === null) this.entryId = null;
  }

  restore = (entry: string) => this.#one((id) => this.backend.inspectionRestore(id, entry));
  note = (note: string) => this.#one((id) => this.backend.inspectionNote(id, note));
  addPicture = (file: Uint8Array) => this.#one((id) => this.backend.inspectionAddPicture(id, file));
  removePicture = (picture: string) => this.#one((id) => this.backend.inspectionRemovePicture(id, picture));
  caption = (picture: string, caption: string) =>
    this.#one((id) => this.backend.inspectionCaption(id, picture, caption));

  #set(inspection: Inspection) {
    if (this.all && inspection.state === "open") this.all = { ...this.all, open: inspection };
    else this.shown = inspection;
  }

  #all = (question: () => Promise<AllInspections>) =>
    this.ask(async () => {
      this.all = await question();
      [this.shown, this.entryId, this.before] = [null, null, null];
    });

  #one = (question: (id: string) => Promise<Inspection>) =>
    this.ask(async () => {
      const id = this.current?.id;
      if (id !== undefined) this.#set(await question(id));
    });

  /** One question after the other: what is typed while another is under way waits for it. */
  #last: Promise<void> = Promise.resolve();
  ask(question: () => Promise<void>): Promise<boolean> {
    const mine = this.#last.then(() => this.#asking.run(question));
    this.#last = mine;
    return mine.then(() => this.failure === null);
  }
}
