import { describe, expect, it } from "vitest";
import type { Card } from "./api";
import { FILTERS, fits } from "./filter";

const card: Card = {
  employment: "e1",
  application: null,
  card_number: "0123456",
  holder: "Bjørn Ødegård",
  birth_date: "1990-08-15",
  sub_unit: "974760673",
  industry: "cleaning",
  status: "valid",
  causes: [],
  warnings: [],
  valid_until: "2028-11-01T00:00:00Z",
  temporary: false,
  photo: true,
  photo_notice: null,
  acts: [],
  on_phone: true,
  resumable_until: null,
  renewable: false,
};

describe("finding cards", () => {
  it("puts each card in the groups that tell what to do", () => {
    const groups = (change: Partial<Card>) =>
      FILTERS.filter((filter) => fits({ ...card, ...change }, filter, "", "Rent Hus Oslo"));
    const cause = (reason: Card["causes"][number]["reason"]) => [{ reason, since: null }];
    expect(groups({})).toEqual(["all", "valid"]);
    expect(groups({ photo: false })).toEqual(["all", "attention", "valid"]);
    expect(groups({ warnings: cause("card_expired") })).toEqual(["all", "attention", "valid"]);
    expect(groups({ status: "invalid", causes: cause("card_expired") })).toEqual(["all", "attention"]);
    expect(groups({ status: null })).toEqual(["all", "attention", "waiting"]);
    expect(groups({ status: "invalid", causes: cause("employment_ended") })).toEqual(["all", "ended"]);
  });

  it("finds every word, in name, number or unit", () => {
    const found = (search: string) => fits(card, "all", search, "Rent Hus Oslo");
    for (const search of ["ødegård bjørn", "0123", "hus oslo", "974760673", "  "]) {
      expect(found(search), search).toBe(true);
    }
    expect(found("bjørn bergen")).toBe(false);
  });
});
