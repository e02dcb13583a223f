/** How far the core's clock is ahead of the page's: only a rehearsal sets it. */
let ahead = 0;

export const coreClock = {
  /** Call with each reading of the core's clock. */
  observe(now: number) {
    ahead = now - Date.now();
  },
  now: () => Date.now() + ahead,
};
