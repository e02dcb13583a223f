// The page without network: its own files only. What it knows about cards it keeps itself, with
// signatures; nothing here decides about a card.
const SHELL = "shell";

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && /^\/v\/?$/i.test(url.pathname)) {
    event.respondWith(fetch(request).catch(() => caches.match("/V")));
  } else if (url.pathname.startsWith("/v/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
