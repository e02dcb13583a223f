import { describe, expect, it } from "vitest";
import { csv } from "./csv";

describe("a file of rows", () => {
  it("keeps what was written, and starts no formula", async () => {
    const rows = [
      ["fødselsnummer", "navn", "feil"],
      ["123", 'Kari "K"; Lie', "=1+1"],
      ["", "a\nb", "@x"],
    ];
    const bytes = new Uint8Array(await csv(rows).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      `fødselsnummer;navn;feil\r\n123;"Kari ""K""; Lie";'=1+1\r\n;"a\nb";'@x\r\n`,
    );
  });
});
