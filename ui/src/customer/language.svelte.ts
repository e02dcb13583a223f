import { formats, type Formats } from "../messages/format";
import { localeOf, preferred, type LanguageCode } from "../messages/languages";
import { en } from "./words/en";
import { lt } from "./words/lt";
import { nb, type Words } from "./words/nb";
import { nn } from "./words/nn";
import { pl } from "./words/pl";
import { ro } from "./words/ro";

export const WORDS: Record<LanguageCode, Words> = { nb, nn, en, pl, lt, ro };

class Language {
  /** Nothing is stored about a visitor, so the browser's languages decide at each visit. */
  code = $state<LanguageCode>(preferred(navigator.languages));
  readonly #formats = $derived(formats(localeOf(this.code)));

  get words(): Words {
    return WORDS[this.code];
  }

  get formats(): Formats {
    return this.#formats;
  }
}

export const language = new Language();
