import { beforeEach, describe, expect, it } from "vitest";
import { Keystrokes } from "./keystrokes";

const CODE = "HTTPS://KORT.EXAMPLE/V#0123456789";
const SCAN = [...keysOf(CODE), "Enter"];

let keystrokes: Keystrokes;
let at: number;

function keysOf(text: string): string[] {
  return text.split("");
}

/** Presses each key with a pause before it; gives what came out of the last. */
function type(keys: string[], pause: number): string | null {
  let text: string | null = null;
  for (const key of keys) {
    at += pause;
    text = keystrokes.press(key, at);
  }
  return text;
}

beforeEach(() => {
  keystrokes = new Keystrokes();
  at = 1_000;
});

describe("keystrokes", () => {
  it("of a scanner give the text at its Enter", () => {
    expect(type(SCAN, 12)).toBe(CODE);
  });

  it("of a scanner that holds Shift give the same text", () => {
    expect(type(SCAN.flatMap((key) => ["Shift", key]), 12)).toBe(CODE);
  });

  it("of a scanner set to a US keyboard give what is printed", () => {
    expect(type([...keysOf("HTTPSØ--HMS+KORT.EXAMPLE-V#0123456789"), "Enter"], 12)).toBe(
      "HTTPS://HMS-KORT.EXAMPLE/V#0123456789",
    );
    expect(type([...keysOf("Ø-kjørt 2-3 + 4"), "Enter"], 12)).toBe("Ø-kjørt 2-3 + 4");
  });

  it("of a person give nothing", () => {
    expect(type([...keysOf("1234567890"), "Enter"], 140)).toBeNull();
  });

  it("that are few give nothing, however quick", () => {
    expect(type([...keysOf("1234"), "Enter"], 5)).toBeNull();
  });

  it("before a pause don't belong to the text", () => {
    type(["x"], 10);
    at += 2_000;
    expect(type(SCAN, 10)).toBe(CODE);
  });

  it("of one scan don't leak into the next", () => {
    type(SCAN, 10);
    expect(type(["Enter"], 10)).toBeNull();
    expect(type(SCAN, 10)).toBe(CODE);
  });
});
