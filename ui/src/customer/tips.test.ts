import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { newId, sendKept, sendTip, type Tip } from "./tips";

const stored = new Map<string, string>();
let answers: (number | "offline")[];
let sent: Tip[];

beforeEach(() => {
  stored.clear();
  answers = [];
  sent = [];
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    const answer = answers.shift() ?? 204;
    if (answer === "offline") return Promise.reject(new TypeError("offline"));
    sent.push(JSON.parse(body) as Tip);
    return Promise.resolve({ ok: answer < 300, status: answer });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const tip = (): Tip => ({ id: newId(), company: "Blank Bil AS", place: "Hamar", seen: "x", contact: null });

it("a tip that is sent leaves nothing here", async () => {
  expect(await sendTip(tip())).toBe("sent");
  expect(stored.size).toBe(0);
});

it("a tip without network waits, and is sent once when there is network", async () => {
  const waiting = tip();
  answers = ["offline", 503];
  expect(await sendTip(waiting)).toBe("kept");
  await sendKept();
  expect(stored.size).toBe(1);
  await sendKept();
  await sendKept();
  // Once refused by a broken service, once taken.
  expect(sent.map(({ id }) => id)).toEqual([waiting.id, waiting.id]);
  expect(stored.size).toBe(0);
});

it("what the service will never take does not wait", async () => {
  answers = [422, 429];
  expect(await sendTip(tip())).toBe("refused");
  expect(await sendTip(tip())).toBe("limited");
  expect(stored.size).toBe(0);
});

it("a damaged outbox is no outbox", async () => {
  for (const damaged of ["{", "7", "null"]) {
    stored.set("hmskort.tips", damaged);
    await sendKept();
  }
  expect(sent).toEqual([]);
});
