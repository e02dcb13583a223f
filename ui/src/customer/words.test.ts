import { describe, expect, it } from "vitest";
import { en } from "./words/en";
import { lt } from "./words/lt";
import { nb, type Words } from "./words/nb";
import { nn } from "./words/nn";
import { pl } from "./words/pl";
import { ro } from "./words/ro";

const others: Record<string, Words> = { nn, en, pl, lt, ro };

/** Every text with the path to it. */
function texts(words: unknown, path = ""): [string, string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") return [[path, (words as (given: string) => string)("§")]];
  return Object.entries(words as object).flatMap(([name, value]) => texts(value, `${path}.${name}`));
}

describe.each(Object.entries(others))("the page in %s", (_, words) => {
  it("has the same texts, none empty, and uses what it is given", () => {
    const reference = texts(nb);
    const own = new Map(texts(words));
    expect([...own.keys()]).toEqual(reference.map(([path]) => path));
    for (const [path, text] of reference) {
      const translated = own.get(path) ?? "";
      expect(translated.trim(), path).not.toBe("");
      expect(translated.includes("§"), path).toBe(text.includes("§"));
    }
  });
});
