import { prefixOf } from "./prefix.mjs";

/**
 * Takes the place of the worker where a site is not to be kept any more: removes what was kept, and itself.
 */
const scope = /** @type {import("./scope.mjs").Scope} */ (/** @type {unknown} */ (self));

scope.addEventListener("install", (/** @type {import("./scope.mjs").Extendable} */ event) => {
  event.waitUntil(scope.skipWaiting());
});
scope.addEventListener("activate", (/** @type {import("./scope.mjs").Extendable} */ event) => {
  event.waitUntil(leave());
});

async function leave() {
  await scope.registration.unregister();
  const prefix = prefixOf(scope.registration.scope);
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
}
