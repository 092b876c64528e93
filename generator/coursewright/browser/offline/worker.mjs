import { Copy } from "./kept.mjs";
import { ASSET, NAME, address, course, documents, otherNames, pathOf, scope, tell } from "./scope.mjs";
import { take } from "./taking.mjs";

/**
 * Keeps a site on a device, once a learner has asked for it. What it keeps it checks against the hashes of
 * the build, so that a copy is of one version whatever happens meanwhile; what it does not know it leaves
 * alone.
 */

/** Milliseconds that a page is waited for before the copy is shown. */
const PATIENCE = 3000;

/** Whether the network answered when it was last asked. */
let reached = true;

scope.addEventListener("install", (/** @type {import("./scope.mjs").Extendable} */ event) => {
  event.waitUntil(install());
});
scope.addEventListener("activate", (/** @type {import("./scope.mjs").Extendable} */ event) => {
  event.waitUntil(activate());
});
scope.addEventListener("message", (/** @type {import("./scope.mjs").Told} */ event) => {
  const { data, ports } = event;
  if (data === "replace") event.waitUntil(scope.skipWaiting());
  else if (data === "state") event.waitUntil(state().then((found) => ports[0]?.postMessage(found)));
  else event.waitUntil(take(data, tell).then(() => tell({ taken: data }), () => undefined));
});
scope.addEventListener("fetch", (/** @type {import("./scope.mjs").Fetching} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  const path = request.method === "GET" && !request.headers.has("range") ? pathOf(url) : null;
  // A page shows what its query chooses; nothing else of ours is asked for with one.
  if (path === null || (url.search && !isPage(path))) return;
  if (ASSET.test(path)) event.respondWith(keptOrFetched(request, path));
  else if (Object.hasOwn(course, path) || Object.hasOwn(documents, path))
    event.respondWith(fetchedOrKept(request, path));
});

/** A newer version comes in silence, and waits until its reader asks for it. */
async function install() {
  const copy = await take("course", scope.registration.active ? () => undefined : tell);
  await copy.carry();
}

async function activate() {
  for (const name of await otherNames()) await caches.delete(name);
  await scope.clients.claim();
  await tell({ taken: "course" });
}

/** Nothing where the copy was removed, in this tab or by a build that takes it back. */
async function state() {
  if (!(await caches.has(NAME))) return null;
  const copy = await Copy.open();
  const [taken, more] = [copy.tally(course), copy.tally(documents)];
  return { since: await copy.since(), reached, course: taken, documents: more };
}

/** @param {string} path */
function isPage(path) {
  return path === "" || path.endsWith("/");
}

/** @param {string} path */
function kept(path) {
  return caches.match(address(path), { cacheName: NAME });
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function keptOrFetched(request, path) {
  return (await kept(path)) ?? fetch(request);
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function fetchedOrKept(request, path) {
  const copy = await kept(path);
  if (!copy) return fetch(request);
  try {
    const response = await Promise.race([fetch(request), late()]);
    reached = response.status < 500;
    return reached ? response : copy;
  } catch {
    reached = false;
    return copy;
  }
}

/** @returns {Promise<never>} */
function late() {
  return new Promise((_, reject) => AbortSignal.timeout(PATIENCE).addEventListener("abort", reject));
}
