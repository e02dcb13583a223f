/** The languages of app and page. Each names itself in its own words, whatever is spoken. */
export const LANGUAGES = [
  { code: "nb", name: "Bokmål", locale: "nb-NO" },
  { code: "nn", name: "Nynorsk", locale: "nn-NO" },
  { code: "en", name: "English", locale: "en-GB" },
  { code: "pl", name: "Polski", locale: "pl-PL" },
  { code: "lt", name: "Lietuvių", locale: "lt-LT" },
  { code: "ro", name: "Română", locale: "ro-RO" },
] as const;

export type LanguageCode = (typeof LANGUAGES)[number]["code"];

/** The first of someone's languages that is spoken here; else the reference. */
export function preferred(tags: readonly string[]): LanguageCode {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split("-")[0];
    // The old code "no" reads bokmål.
    const found = LANGUAGES.find(({ code }) => code === (primary === "no" ? "nb" : primary));
    if (found) return found.code;
  }
  return "nb";
}

export function localeOf(code: LanguageCode): string {
  return LANGUAGES.find((language) => language.code === code)?.locale ?? code;
}
