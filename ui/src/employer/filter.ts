import type { Card } from "./api";

export const FILTERS = ["all", "attention", "valid", "waiting", "ended"] as const;
export type Filter = (typeof FILTERS)[number];

const ended = (card: Card) => card.causes.some(({ reason }) => reason === "employment_ended");

/** Which of the groups a card belongs to, for those who look for what to do. */
const GROUPS: Record<Filter, (card: Card) => boolean> = {
  all: () => true,
  valid: (card) => card.status === "valid",
  waiting: (card) => card.status === null,
  ended,
  attention: (card) =>
    !ended(card) && (card.status !== "valid" || card.warnings.length > 0 || !card.photo),
};

/** Whether a card belongs to a group, and each word that is looked for is found in it. */
export function fits(card: Card, filter: Filter, search: string, unit: string): boolean {
  const text = `${card.holder} ${card.card_number} ${unit} ${card.sub_unit}`.toLowerCase();
  const words = search.toLowerCase().split(/\s+/u);
  return GROUPS[filter](card) && words.every((word) => text.includes(word));
}
