import { expect, it } from "vitest";
import { en } from "../en";
import { lt } from "../lt";
import { nb, type Catalogue } from "../nb";
import { nn } from "../nn";
import { pl } from "../pl";
import { ro } from "../ro";

const CATALOGUES: Record<string, Catalogue> = { nb, nn, en, pl, lt, ro };

/** What the Rust core says in documents. */
function document({ report, inspection, outcomes, industries, findings }: Catalogue): string {
  const { document, faults } = report;
  const { kinds } = inspection.entry;
  const { how } = inspection.met;
  const reason = Object.fromEntries(Object.entries(findings).map(([code, { headline }]) => [code, headline]));
  return JSON.stringify({ ...document, kinds, how, faults, outcomes, industries, reason }, null, 1) + "\n";
}

it.each(Object.entries(CATALOGUES))(
  "documents speak as the screen does: crates/report/words/%s.json (vitest -u writes it)",
  async (language, words) => {
    await expect(document(words)).toMatchFileSnapshot(`../../../../crates/report/words/${language}.json`);
  },
);

it("each language fills in what bokmål fills in", () => {
  const fields = (text: string) => (text.match(/\{\w+\}/gu) ?? []).sort();
  for (const { report } of Object.values(CATALOGUES)) {
    for (const [key, text] of Object.entries(report.document)) {
      expect(fields(text), key).toEqual(fields(nb.report.document[key as keyof typeof nb.report.document]));
    }
  }
});
