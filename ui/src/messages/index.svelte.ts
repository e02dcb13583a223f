import { en } from "./en";
import { formats, type Formats } from "./format";
import { nb, type Catalogue } from "./nb";

/** A language names itself in its own words, whatever the screen speaks. */
export const LANGUAGES = [
  { code: "nb", name: "Norsk", locale: "nb-NO", words: nb },
  { code: "en", name: "English", locale: "en-GB", words: en },
] as const satisfies readonly {
  code: string;
  name: string;
  locale: string;
  words: Catalogue;
}[];

export type LanguageCode = (typeof LANGUAGES)[number]["code"];

const MEMORY = "hmskort.language";

/** The remembered choice; else the system's first language we speak; else the reference. */
function initial(): LanguageCode {
  const remembered = localStorage.getItem(MEMORY);
  const wanted = remembered === null ? navigator.languages : [remembered];
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split("-")[0];
    // Nynorsk and the old code "no" read bokmål.
    const code = primary === "no" || primary === "nn" ? "nb" : primary;
    const found = LANGUAGES.find((language) => language.code === code);
    if (found) return found.code;
  }
  return "nb";
}

class Language {
  #code = $state<LanguageCode>(initial());
  #chosen = $derived(LANGUAGES.find((language) => language.code === this.#code) ?? LANGUAGES[0]);
  readonly #formats = $derived(formats(this.#chosen.locale));

  get code(): LanguageCode {
    return this.#code;
  }

  get words(): Catalogue {
    return this.#chosen.words;
  }

  get formats(): Formats {
    return this.#formats;
  }

  choose(code: LanguageCode) {
    this.#code = code;
    localStorage.setItem(MEMORY, code);
  }
}

export const language = new Language();
