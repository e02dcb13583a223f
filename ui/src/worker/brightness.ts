import type { Backend } from "../backend/backend";

let last: Promise<unknown> = Promise.resolve();

/**
 * As bright as it gets, or as it was. One after the other: when one code takes another's place, the
 * last word has to be that the screen is bright. A system that can't is no reason to show none.
 */
export function brighten(backend: Backend, bright: boolean) {
  last = last.then(() => backend.walletBrighten(bright)).catch(() => undefined);
}
