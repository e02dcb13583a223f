import { formats, type Formats } from "../messages/format";
import { en } from "./words/en";
import { lt } from "./words/lt";
import { nb, type Words } from "./words/nb";
import { nn } from "./words/nn";
import { pl } from "./words/pl";
import { ro } from "./words/ro";

/** Each names itself in its own words, whatever the page speaks. */
export const LANGUAGES = [
  { code: "nb", name: "Bokmål", locale: "nb-NO", words: nb },
  { code: "nn", name: "Nynorsk", locale: "nn-NO", words: nn },
  { code: "en", name: "English", locale: "en-GB", words: en },
  { code: "pl", name: "Polski", locale: "pl-PL", words: pl },
  { code: "lt", name: "Lietuvių", locale: "lt-LT", words: lt },
  { code: "ro", name: "Română", locale: "ro-RO", words: ro },
] as const satisfies readonly { code: string; name: string; locale: string; words: Words }[];

export type Code = (typeof LANGUAGES)[number]["code"];

/** The first of the browser's languages that we speak. Nothing is stored about a visitor. */
export function preferred(tags: readonly string[]): Code {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split("-")[0];
    const found = LANGUAGES.find(({ code }) => code === (primary === "no" ? "nb" : primary));
    if (found) return found.code;
  }
  return "nb";
}

class Language {
  code = $state<Code>(preferred(navigator.languages));
  readonly #chosen = $derived(LANGUAGES.find(({ code }) => code === this.code) ?? LANGUAGES[0]);
  readonly #formats = $derived(formats(this.#chosen.locale));

  get words(): Words {
    return this.#chosen.words;
  }

  get formats(): Formats {
    return this.#formats;
  }
}

export const language = new Language();
