import { describe, expect, it } from "vitest";
import { formats, groupOrganisationNumber, groupTypedCode } from "./format";

/** Intl uses no-break spaces; a test reads better without them. */
const plain = (text: string) => text.replace(/\s/gu, " ");

describe("a duration", () => {
  const f = formats("nb-NO");

  it.each([
    [0, "0 sekunder"],
    [1, "1 sekund"],
    [95, "95 sekunder"],
    [120, "2 minutter"],
    [3 * 3600, "3 timer"],
    [36 * 3600, "36 timer"],
    [10 * 86_400, "10 døgn"],
  ])("of %i s reads «%s»", (seconds, text) => {
    expect(plain(f.duration(seconds))).toBe(text);
  });

  it("never goes below zero", () => {
    expect(plain(f.duration(-5))).toBe("0 sekunder");
  });

  it("follows the language", () => {
    expect(formats("en-GB").duration(7200)).toBe("2 hours");
  });
});

it("bytes take the unit that fits", () => {
  const f = formats("nb-NO");
  expect(plain(f.bytes(12))).toMatch(/^12 (B|byte)$/u);
  expect(plain(f.bytes(26_800))).toMatch(/^27 kB/u);
  expect(plain(f.bytes(1_260_000))).toBe("1,3 MB");
});

it("numbers people read aloud are grouped in threes and never broken over lines", () => {
  expect(groupOrganisationNumber("974760673")).toBe("974\u00a0760\u00a0673");
  expect(groupTypedCode("123456")).toBe("123\u00a0456");
  expect(groupTypedCode("")).toBe("");
});
