/** A screen that takes another one's place begins at its heading, for eyes and for screen readers. */
export function arrive(heading: HTMLElement) {
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
