import { beforeEach, describe, expect, it } from "vitest";
import type { Presentation } from "../backend/contract";
import { FrameFeed, NOTHING, type Host, type Showing } from "./frames";

const STEP = 10_000;

/** A page whose clocks and timers move only when told to. */
class SetHost implements Host {
  time = 0;
  asleep = 0;
  #timers: { at: number; run: () => void }[] = [];

  monotonic = () => this.time;
  wall = () => this.time + this.asleep;
  after = (ms: number, run: () => void) => {
    const timer = { at: this.time + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  async pass(ms: number) {
    await settled();
    const end = this.time + ms;
    for (;;) {
      const [next] = this.#timers.filter((one) => one.at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
      await settled();
    }
    this.time = end;
    await settled();
  }
}

/** Lets every promise that can go on, go on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

let host: SetHost;
let showing: Showing;
let asked: number;
/** The core's answers wait here when it is slow. */
let held: (() => void)[];
let slow: boolean;
let broken: boolean;

function presentation(now: number): Presentation {
  const from = Math.floor(now / STEP) * STEP;
  const frame = (at: number) => ({ qr: { size: 21, path: `M${at}` }, from: at, until: at + STEP });
  return {
    frames: [frame(from), frame(from + STEP)],
    typed_codes: [1, 2].map((steps) => {
      const until = (Math.floor(now / 30_000) + steps) * 30_000;
      return { digits: `until ${until}`, until };
    }),
    now,
  };
}

function feed(): FrameFeed {
  return new FrameFeed(
    async () => {
      asked += 1;
      if (broken) throw new Error("the core is gone");
      const answer = presentation(host.wall());
      if (slow) await new Promise<void>((resolve) => held.push(resolve));
      return answer;
    },
    (next) => {
      showing = next;
    },
    host,
  );
}

beforeEach(() => {
  host = new SetHost();
  host.time = 3_000;
  showing = NOTHING;
  asked = 0;
  held = [];
  slow = false;
  broken = false;
});

describe("the frame feed", () => {
  it("shows the frame of this step, and asks once", async () => {
    feed().start();
    await settled();
    expect(showing.frame?.from).toBe(0);
    expect(asked).toBe(1);
  });

  it("swaps at the boundary without waiting for the core, then asks for what follows", async () => {
    feed().start();
    await settled();
    slow = true;
    await host.pass(6_999);
    expect(showing.frame?.from).toBe(0);
    await host.pass(1);
    expect(showing.frame?.from).toBe(STEP);
    expect(asked).toBe(2);
  });

  it("asks once each step, for as long as it runs", async () => {
    feed().start();
    await host.pass(10 * STEP);
    expect(asked).toBe(11);
    expect(showing.frame?.from).toBe(10 * STEP);
  });

  it("hides a frame that has run out while the core is silent, and says that it is late", async () => {
    feed().start();
    await settled();
    slow = true;
    await host.pass(7_000 + STEP);
    expect(showing.frame).toBeNull();
    expect(showing.late).toBe(true);
  });

  it("recovers by itself when the core answers again", async () => {
    feed().start();
    await settled();
    broken = true;
    await host.pass(3 * STEP);
    expect(showing.frame).toBeNull();
    expect(showing.failure).toBeInstanceOf(Error);
    broken = false;
    await host.pass(600);
    expect(showing.frame).not.toBeNull();
    expect(showing.late).toBe(false);
    expect(showing.failure).toBeNull();
  });

  it("doesn't show an answer that took so long that its frames have run out", async () => {
    slow = true;
    feed().start();
    await host.pass(2 * STEP);
    held.forEach((answer) => {
      answer();
    });
    await settled();
    expect(showing.frame).toBeNull();
  });

  it("after sleep, trusts no frame from before it", async () => {
    feed().start();
    await settled();
    host.asleep = 60_000;
    broken = true;
    await host.pass(7_000);
    expect(showing.frame).toBeNull();
  });

  it("after sleep, asks for the frame of now", async () => {
    feed().start();
    await settled();
    host.asleep = 60_000;
    await host.pass(7_000);
    expect(showing.frame?.from).toBe(70_000);
  });

  it("leaves no code on a hidden page, and fetches a new one when it is seen again", async () => {
    const running = feed();
    running.start();
    await settled();
    running.hide();
    expect(showing).toEqual(NOTHING);
    await host.pass(5 * STEP);
    expect(asked).toBe(1);
    running.wake();
    await settled();
    expect(showing.frame?.from).toBe(5 * STEP);
  });

  it("changes the typed code at its boundary, without waiting for the core", async () => {
    host.time = 25_000;
    feed().start();
    await settled();
    slow = true;
    await host.pass(5_000);
    expect(showing.frame?.from).toBe(30_000);
    expect(showing.typed?.digits).toBe("until 60000");
    await host.pass(30_000);
    expect(showing.typed).toBeNull();
  });

  it("shows at once what was fetched before, and asks no more than it must", async () => {
    const asked_at = { monotonic: host.monotonic(), wall: host.wall() };
    const first = { presentation: presentation(0), asked: asked_at };
    await host.pass(2_000);
    feed().start(first);
    expect(showing.frame?.from).toBe(0);
    expect(showing.now).toBe(2_000);
    expect(asked).toBe(0);
    await host.pass(8_000);
    expect(showing.frame?.from).toBe(STEP);
    expect(asked).toBe(1);
  });

  it("doesn't start with what was fetched before a sleep", async () => {
    const first = { presentation: presentation(0), asked: { monotonic: 0, wall: 0 } };
    host.asleep = 60_000;
    feed().start(first);
    expect(showing.frame).toBeNull();
    await settled();
    expect(showing.frame?.from).toBe(60_000);
  });

  it("doesn't hammer a core that fails", async () => {
    broken = true;
    feed().start();
    await host.pass(5_000);
    expect(asked).toBeLessThanOrEqual(11);
  });

  it("is silent once stopped", async () => {
    const running = feed();
    running.start();
    await settled();
    running.stop();
    await host.pass(5 * STEP);
    expect(asked).toBe(1);
  });
});
