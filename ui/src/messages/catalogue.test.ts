import { describe, expect, it } from "vitest";
import { en } from "./en";
import { LANGUAGES, preferred } from "./languages";
import { lt } from "./lt";
import { nb } from "./nb";
import { nn } from "./nn";
import { pl } from "./pl";
import { ro } from "./ro";
import type { Evidence } from "../backend/contract";

/** Every text in the catalogue by its path; functions are called with something plausible. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, (value as (...args: unknown[]) => string)("7", 7)]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const CATALOGUES = { nb, nn, en, pl, lt, ro };

describe.each(Object.entries(CATALOGUES))("the catalogue %s", (_, words) => {
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

/** What is written alike in two languages, or is no words at all. */
const ALIKE = /^(\d|Status|Kamera|Camera|Versjon|Version|OK)/u;

it.each(Object.entries(CATALOGUES).filter(([code]) => code !== "nb" && code !== "nn"))(
  "%s is a translation, not a copy of bokmål",
  (_, words) => {
    const norwegian = new Map(texts({ ...nb, findings: {} }));
    const same = texts({ ...words, findings: {} }).filter(
      ([path, text]) => norwegian.get(path) === text && text.includes(" ") && !ALIKE.test(text),
    );
    expect(same).toEqual([]);
  },
);

it("each language has its catalogue, and the system's languages choose it", () => {
  expect(LANGUAGES.map(({ code }) => code)).toEqual(Object.keys(CATALOGUES));
  expect(preferred(["de-DE", "pl-PL", "en"])).toBe("pl");
  expect(preferred(["no"])).toBe("nb");
  expect(preferred(["nn-NO", "nb-NO"])).toBe("nn");
  expect(preferred(["ja"])).toBe("nb");
});
