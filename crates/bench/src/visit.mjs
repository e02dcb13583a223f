// A cold visit in a real browser: milliseconds until a code is judged, and until the same page stands
// there without one, medians of as many visits each. The service, the card and the code are real.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [hmskort, page] = process.argv.slice(2);
const ROUNDS = 9;
const folder = mkdtempSync(join(tmpdir(), "hmskort-visit-"));
const run = (role, store, ...args) =>
  JSON.parse(execFileSync(hmskort, [role, "--store", join(folder, store), ...args, "--json"]));
const office = (...args) => run("issuer", "issuer", ...args);

/** Starts something that says a line with what to wait for. */
async function start(command, args, sign) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const found = sign.exec(line);
    if (found) return [child, found[1]];
  }
  throw new Error(`${command} ended`);
}

office("init");
const serve = ["issuer", "--store", join(folder, "issuer"), "serve", "--listen", "127.0.0.1:0", "--page", page];
const [service, address] = await start(hmskort, serve, /(http:\/\/127\.0\.0\.1:\d+)/u);
const [driver, port] = await start("chromedriver", ["--port=0"], /successfully on port (\d+)/u);

async function ask(path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  const { value } = await answer.json();
  if (value?.error) throw new Error(value.message);
  return value;
}

/** Notes when each selector is first there, from the page's own first moment. */
const WATCH = `window.seen = {};
  new MutationObserver(() => {
    for (const sign of ["h1", "[data-testid=answer]"])
      if (!(sign in seen) && document.querySelector(sign)) seen[sign] = performance.now();
  }).observe(document, { childList: true, subtree: true });`;

/** One visit by a browser that was never here. */
async function visit(fragment, sign) {
  const args = ["--headless=new", "--no-sandbox", "--disable-gpu"];
  const capabilities = { alwaysMatch: { "goog:chromeOptions": { args } } };
  const { sessionId } = await ask("", { capabilities });
  await ask(`/${sessionId}/goog/cdp/execute`, {
    cmd: "Page.addScriptToEvaluateOnNewDocument",
    params: { source: WATCH },
  });
  await ask(`/${sessionId}/url`, { url: `${address}/V${fragment}` });
  const script = `const [sign, done] = arguments;
    const look = () => (sign in seen ? done(seen[sign]) : setTimeout(look, 5));
    look();`;
  const at = await ask(`/${sessionId}/execute/async`, { script, args: [sign] });
  await fetch(`http://127.0.0.1:${port}/session/${sessionId}`, { method: "DELETE" });
  return at;
}

const median = (times) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)];

try {
  office("company", "974760673", "Rent Hus AS");
  const person = ["--national-id", "15889000187", "--birth-date", "1990-08-15"];
  const { card_number } = office("worker", "Ola Nordmann", ...person);
  office("employment", card_number, "--company", "974760673", "--industry", "cleaning");
  const { link } = office("activate", card_number, "--document", "passport");
  run("wallet", "worker", "enrol", link.replace("http://127.0.0.1:8080", address), "--key-file");
  const [judged, bare] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const code = run("wallet", "worker", "show").text;
    judged.push(await visit(code.slice(code.indexOf("#")), "[data-testid=answer]"));
    bare.push(await visit("", "h1"));
  }
  console.log(median(judged), median(bare));
} finally {
  driver.kill();
  service.kill();
  rmSync(folder, { recursive: true });
}
