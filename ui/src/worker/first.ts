import type { Backend } from "../backend/backend";
import type { WalletOverview } from "../backend/contract";
import { ask, type Fetched } from "../shared/frames";

/** The card, and the first codes of the employment that it opens with. */
export interface FirstLook {
  overview: WalletOverview;
  codes: Fetched | null;
}

/** Asks for all that the first painted frame needs, so that nothing is painted in between. */
export async function firstLook(backend: Backend): Promise<FirstLook> {
  const overview = await backend.walletOverview();
  const employment = overview.enrolled
    ? (overview.employments.find(({ id }) => id === overview.first) ?? overview.employments[0])
    : undefined;
  // The card is worth showing without a code; the code's own place asks again and says why.
  const codes = employment
    ? await ask(() => backend.walletFrames(employment.id, null)).catch(() => null)
    : null;
  return { overview, codes };
}

/** Longest wait for an answer that was asked for before the window was whole. */
const LOST_MS = 2_000;

/** The first look; asked for again if the early question failed or was lost. */
export function firstLookOrAgain(first: Promise<FirstLook>, backend: Backend): Promise<FirstLook> {
  const lost = new Promise((resolve) => setTimeout(resolve, LOST_MS));
  return Promise.race([first, lost.then(() => firstLook(backend))]).catch(() => firstLook(backend));
}
