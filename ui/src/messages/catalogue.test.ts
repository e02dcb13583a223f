import { describe, expect, it } from "vitest";
import { en } from "./en";
import { nb } from "./nb";
import type { Evidence } from "../backend/contract";

/** Every text in the catalogue by its path; functions are called with something plausible. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, (value as (...args: unknown[]) => string)("7", 7)]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe.each([
  ["nb", nb],
  ["en", en],
])("the catalogue %s", (_, words) => {
  it("has no empty text", () => {
    expect(texts({ ...words, findings: {} }).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("says something whole about each finding when the evidence is missing or of the wrong type", () => {
    const odd: Evidence[] = [{}, { age_seconds: "old", host: 3, from: null, card: "boat", site: "sea" }];
    for (const [code, finding] of Object.entries(words.findings)) {
      for (const evidence of odd) {
        const sentence = finding.happened(evidence);
        expect(sentence, code).toMatch(/^\p{Lu}.*\.$/su);
        expect(sentence, code).not.toMatch(/undefined|null|NaN/u);
      }
    }
  });

  it("puts the evidence into the sentence when it is there", () => {
    expect(words.findings.code_too_old.happened({ age_seconds: 95 })).toContain("95");
    expect(words.findings.foreign_issuer.happened({ host: "example.org" })).toContain("example.org");
    expect(words.findings.industry_not_accepted.happened({ card: "cleaning", site: "car_care" })).toContain(
      words.industries.cleaning.toLowerCase(),
    );
  });

  it("ends each instruction as a sentence", () => {
    for (const finding of Object.values(words.findings)) expect(finding.todo).toMatch(/\.$/u);
    for (const error of Object.values(words.errors)) expect(error.todo).toMatch(/\.$/u);
    for (const reason of Object.values(words.reasons)) expect(reason.mend).toMatch(/\.$/u);
  });
});

it("English is a translation, not a copy of bokmål", () => {
  const norwegian = new Map(texts({ ...nb, findings: {} }));
  const same = texts({ ...en, findings: {} }).filter(
    ([path, text]) => norwegian.get(path) === text && text.includes(" "),
  );
  // "7 s" and the like are the same in both.
  expect(same.filter(([, text]) => !/^\d/u.test(text))).toEqual([]);
});
