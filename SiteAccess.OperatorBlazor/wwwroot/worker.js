/**
 * The service worker. It keeps files whose names change with their content, and one page to show without a network; pages, the
 * circuit and everything that is said go past it.
 */
const cacheName = 'siteaccess-1';
const offlinePage = '/offline';
const most = 120;

// "frame.x1y2z3a4b5.css": the build puts the content's mark into the name.
const isLasting = ({ pathname }) => /\.[a-z0-9]{10}\.(css|js|svg|png)$/.test(pathname);

addEventListener('install', (event) => event.waitUntil(keepOffline().then(() => skipWaiting())));

addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
  await clients.claim();
})()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (isLasting(address)) event.respondWith(file(request));
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data.path));
});

async function page(request) {
  try {
    return await fetch(request);
  } catch (failure) {
    const kept = await caches.match(offlinePage);
    if (kept) return kept;
    throw failure;
  }
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(request, answer.clone());
  return answer;
}

async function keep(request, answer) {
  const cache = await caches.open(cacheName);
  await cache.put(request, answer);
  const files = (await cache.keys()).filter(({ url }) => isLasting(new URL(url)));
  for (const oldest of files.slice(0, Math.max(0, files.length - most))) await cache.delete(oldest);
}

// The page and what it is dressed in, in the language and theme of the moment.
async function keepOffline() {
  const answer = await fetch(offlinePage, { cache: 'no-store' });
  if (!answer.ok || answer.redirected) throw new Error(`${offlinePage}: ${answer.status}`);
  const text = await answer.clone().text();
  const parts = [...text.matchAll(/(?:href|src)="([^"]+\.(?:css|svg))"/g)].map(([, part]) => new URL(part, location.origin).href);
  const cache = await caches.open(cacheName);
  await cache.addAll(parts);
  await cache.put(offlinePage, answer);
}

// Told when the language or the theme was changed, so that the kept page follows.
addEventListener('message', (event) => {
  if (event.data === 'refresh') event.waitUntil(keepOffline());
});

// The tab that is open already goes there; told first, because the focus may be refused.
async function show(path) {
  const [open] = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!open) return clients.openWindow(path);
  open.postMessage({ open: path });
  return open.focus();
}
