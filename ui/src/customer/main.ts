import { mount } from "svelte";
import "../app.css";
import App from "./App.svelte";
import { sendKept } from "./tips";
import { PASS, Visit } from "./visit.svelte";

const target = document.getElementById("page");
if (target === null) throw new Error("index.html has no #page");

// Read once, then out of the address bar and the history: it is another person's card.
function takeFragment(): string {
  const fragment = location.hash.slice(1);
  if (fragment !== "") history.replaceState(null, "", location.pathname);
  return fragment;
}

const visit = new Visit();
mount(App, { target, props: { visit } });
const fragment = takeFragment();
const isPass = /^\/w$/iu.test(location.pathname);
const isBadge = /^\/i$/iu.test(location.pathname);
const check = (code: string) => {
  if (isBadge) return visit.meet(code);
  return isPass && PASS.test(code) ? visit.checkPass(code) : visit.check(code);
};
const settled = fragment === "" ? visit.prepare() : check(fragment);

// The next code, scanned into the same tab.
addEventListener("hashchange", () => {
  const next = takeFragment();
  if (next !== "") void check(next);
});

// Tips that were written without network.
void sendKept();
addEventListener("online", () => void sendKept());

/** The icons of the style sheets: which of them a visit without network needs, no earlier one may have shown. */
function icons(): string[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const names = rules.flatMap(({ cssText }) => cssText.match(/icon-\w+\.svg/gu) ?? []);
  return names.map((name) => `/v/assets/${name}`);
}

/** Keeps the page itself for a visit without network. */
async function keepShell() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/v/sw.js", { scope: "/" });
  const cache = await caches.open("shell");
  const own = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/v/"))
    .map(({ pathname }) => pathname);
  await cache.addAll(["/V", ...new Set([...own, ...icons()])]);
}
settled.then(keepShell).catch(() => undefined);
