import { language } from "../messages/index.svelte";
import type { LanguageCode } from "../messages/languages";
import { ServiceError } from "./api";
import { faultsSaid } from "../messages/photo";
import { en } from "./words/en";
import { lt } from "./words/lt";
import { nb, type Words } from "./words/nb";
import { nn } from "./words/nn";
import { pl } from "./words/pl";
import { ro } from "./words/ro";

export const WORDS: Record<LanguageCode, Words> = { nb, nn, en, pl, lt, ro };

/** The page's own words, in the language that is spoken. */
export const words = (): Words => WORDS[language.code];

/** What went wrong, in a sentence or two. */
export function said(error: unknown): string {
  const { problems, faults } = words();
  if (!(error instanceof ServiceError)) return problems.other;
  if (error.photo.length > 0) return faultsSaid(error.photo);
  return error.fault ? faults[error.fault] : problems[error.code];
}

/** A day, from a date or a time in ISO 8601. */
export const day = (iso: string): string => language.formats.date(Date.parse(iso));

/** The last day before a moment at which something ends. */
export const lastDay = (iso: string): string => language.formats.date(Date.parse(iso) - 1);
