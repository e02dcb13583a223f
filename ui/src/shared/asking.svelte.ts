/** One question to the core at a time: whether it is being asked, and why it failed. */
export class Asking {
  busy = $state(false);
  failure: unknown = $state.raw(null);

  /** Asks; while one question is open, another one is not asked. */
  async run(question: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await question();
    } catch (cause) {
      this.failure = cause;
    }
    this.busy = false;
  }
}
