/** Longest pause between two characters of a hand-held scanner. People are slower. */
const LONGEST_PAUSE_MS = 60;
/** Shorter runs than this are people, or keys that stuck together. */
const SHORTEST_TEXT = 8;

/**
 * What a scanner set to a US keyboard types on a Norwegian one: it sends the places of the keys,
 * and other signs stand there. Text that doesn't begin like a garbled address stays as it is.
 */
const US_ON_NORWEGIAN = new Map([
  ["Ø", ":"],
  ["ø", ":"],
  ["-", "/"],
  ["+", "-"],
]);

function asPrinted(text: string): string {
  if (!/^https?ø--/iu.test(text)) return text;
  return Array.from(text, (sign) => US_ON_NORWEGIAN.get(sign) ?? sign).join("");
}

/**
 * Tells a hand-held scanner, which types what it reads and ends with Enter, from a person.
 * Give it each key as it goes down; it gives back the text once a whole one has arrived.
 */
export class Keystrokes {
  #text = "";
  #last = -Infinity;

  press(key: string, at: number): string | null {
    // Scanners hold Shift for capitals; that is no pause and no character.
    if (key.length !== 1 && key !== "Enter") return null;
    const quick = at - this.#last <= LONGEST_PAUSE_MS;
    this.#last = at;
    if (!quick) this.#text = "";
    if (key !== "Enter") {
      this.#text += key;
      return null;
    }
    const text = this.#text;
    this.#text = "";
    return text.length >= SHORTEST_TEXT ? asPrinted(text) : null;
  }
}
