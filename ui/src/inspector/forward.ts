/** Scanners that end with two Enters, and fingers that were on their way, must not skip a verdict. */
const GRACE_MS = 500;

/** Enter, space and Escape lead on from what is shown to the next card, unless they are for a control. */
export class Forward {
  readonly #shownAt = performance.now();

  /** Whether this key leads on. */
  goesOn(event: KeyboardEvent): boolean {
    if (event.repeat || performance.now() - this.#shownAt < GRACE_MS) return false;
    const control = "button, a, input, select, textarea, label, summary";
    const onControl = event.target instanceof HTMLElement && event.target.closest(control);
    const goesOn = event.key === "Escape" || (!onControl && (event.key === "Enter" || event.key === " "));
    if (goesOn) event.preventDefault();
    return goesOn;
  }
}
