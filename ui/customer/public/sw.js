// The page without network: its own files only. What it knows about cards it keeps itself, with
// signatures; nothing here decides about a card.
const SHELL = "shell";

// A network that asks for a login answers with its own page, which hasn't our policy.
function own(answer) {
  if (answer.ok && answer.headers.has("content-security-policy")) return answer;
  throw new Error("somebody else's page");
}

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && /^\/v\/?$/i.test(url.pathname)) {
    event.respondWith(fetch(request).then(own).catch(() => caches.match("/V")));
  } else if (url.pathname.startsWith("/v/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
