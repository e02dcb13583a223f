import { formats, type Formats } from "./format";
import { localeOf, preferred, type LanguageCode } from "./languages";
import { nb, type Catalogue } from "./nb";

/** Only the language that is spoken is loaded. Bokmål is always there, as what to fall back on. */
const CATALOGUES: Record<LanguageCode, () => Promise<Catalogue>> = {
  nb: () => Promise.resolve(nb),
  nn: async () => (await import("./nn")).nn,
  en: async () => (await import("./en")).en,
  pl: async () => (await import("./pl")).pl,
  lt: async () => (await import("./lt")).lt,
  ro: async () => (await import("./ro")).ro,
};

const MEMORY = "hmskort.language";

class Language {
  #spoken: { code: LanguageCode; words: Catalogue } = $state.raw({ code: "nb", words: nb });
  readonly #formats = $derived(formats(localeOf(this.#spoken.code)));

  get code(): LanguageCode {
    return this.#spoken.code;
  }

  get words(): Catalogue {
    return this.#spoken.words;
  }

  get formats(): Formats {
    return this.#formats;
  }

  /** Speaks the remembered language; else the system's first one that we speak. */
  async begin() {
    const remembered = localStorage.getItem(MEMORY);
    await this.speak(preferred(remembered === null ? navigator.languages : [remembered]));
  }

  async choose(code: LanguageCode) {
    await this.speak(code);
    localStorage.setItem(MEMORY, code);
  }

  /** Speaks another language, and remembers nothing. */
  async speak(code: LanguageCode) {
    this.#spoken = { code, words: await CATALOGUES[code]() };
  }
}

export const language = new Language();
