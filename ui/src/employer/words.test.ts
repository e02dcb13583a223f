import { describe, expect, it } from "vitest";
import { FAULTS } from "./api";
import { PHOTO_FAULTS } from "../messages/photo";
import { en as enPhoto } from "../messages/photo/en";
import { lt as ltPhoto } from "../messages/photo/lt";
import { nb as nbPhoto } from "../messages/photo/nb";
import { nn as nnPhoto } from "../messages/photo/nn";
import { pl as plPhoto } from "../messages/photo/pl";
import { ro as roPhoto } from "../messages/photo/ro";
import { en } from "./words/en";
import { lt } from "./words/lt";
import { nb, type Words } from "./words/nb";
import { nn } from "./words/nn";
import { pl } from "./words/pl";
import { ro } from "./words/ro";

const photos = [nbPhoto, nnPhoto, enPhoto, plPhoto, ltPhoto, roPhoto];
const others: Record<string, Words> = { nn, en, pl, lt, ro };

/** What a text is given, one sign each, so that one that is left out shows. */
const GIVEN = ["☃", "¶", "¤", "†"];

/** Every text with the path to it. */
function texts(words: unknown, path = ""): [string, string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") return [[path, (words as (...given: string[]) => string)(...GIVEN)]];
  return Object.entries(words as object).flatMap(([name, value]) => texts(value, `${path}.${name}`));
}

/** The Norwegian words count; others explain them. */
const OF_OTHERS = ".terms.declarationMeans";

describe.each(Object.entries(others))("the employers' page in %s", (_, words) => {
  it("has the same texts, none empty, and uses all that it is given", () => {
    const reference = texts(nb);
    const own = new Map(texts(words));
    expect([...own.keys()]).toEqual(reference.map(([path]) => path));
    for (const [path, text] of reference) {
      const translated = own.get(path) ?? "";
      if (path !== OF_OTHERS) expect(translated.trim(), path).not.toBe("");
      for (const given of GIVEN) expect(translated.includes(given), path).toBe(text.includes(given));
    }
  });
});

it("has a sentence for each fault of a photo, in each language its own", () => {
  const all = photos;
  for (const { faults } of all) expect(Object.keys(faults)).toEqual([...PHOTO_FAULTS]);
  for (const fault of PHOTO_FAULTS) expect(new Set(all.map(({ faults }) => faults[fault])).size).toBe(6);
});

it("has a sentence for each fault", () => {
  expect(Object.keys(nb.faults)).toEqual([...FAULTS]);
});

it("says what became of a photo that a person had to look at, in each language its own", () => {
  const all = photos;
  for (const part of ["waiting", "rejected"] as const) {
    expect(new Set(all.map((words) => words[part]("☃"))).size).toBe(6);
    for (const words of all) expect(words[part]("☃")).toContain("☃");
  }
  for (const part of ["worker", "employer"] as const) expect(new Set(all.map((words) => words[part])).size).toBe(6);
});
