import { language } from "../../messages/index.svelte";

/** A day in ISO 8601, as the language writes it. */
export function isoDate(day: string): string {
  // At noon, so that no time zone makes another day of it.
  return language.formats.date(Date.parse(`${day}T12:00:00`));
}
