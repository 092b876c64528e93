import { prefixOf } from "./prefix.mjs";

/**
 * What a worker finds around it; the build writes `SITE` before its text.
 *
 * @typedef {Record<string, [hash: string, bytes: number]>} List by path from the root, without `index.html`
 * @typedef {"course" | "documents"} Part
 * @typedef {Event & {waitUntil(done: Promise<unknown>): void}} Extendable
 * @typedef {Extendable & {request: Request, respondWith(answer: Promise<Response>): void}} Fetching
 * @typedef {Extendable & {data: "state" | "replace" | Part, ports: MessagePort[]}} Told
 * @typedef {{url: string, postMessage(message: unknown): void}} Client
 * @typedef {{claim(): Promise<void>, matchAll(options: object): Promise<Client[]>}} Clients
 * @typedef {{SITE: {version: string, course: List, documents: List}, registration: ServiceWorkerRegistration,
 *   clients: Clients, skipWaiting(): Promise<void>,
 *   addEventListener(type: string, act: (event: any) => void): void}} Scope
 */

export const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
export const course = scope.SITE.course;
export const documents = scope.SITE.documents;
export const ROOT = scope.registration.scope;
const PREFIX = prefixOf(ROOT);
export const NAME = PREFIX + scope.SITE.version;

/** Named after their content: they never change. */
export const ASSET =
  /^assets\/(coursewright\/[0-9a-f]{12}\/|(javascripts|stylesheets)\/.+\.[0-9a-f]{8}\.min\.)/;

/** Names of the caches of other versions of this site. */
export async function otherNames() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
}

/** @param {string} path */
export const address = (path) => ROOT + path.split("/").map(encodeURIComponent).join("/");

/**
 * The path from the root that an address has in the lists, or null for what is not below the root.
 *
 * @param {URL} url
 */
export function pathOf({ origin, pathname }) {
  const root = new URL(ROOT);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  try {
    return decodeURIComponent(pathname.slice(root.pathname.length)).replace(/(^|\/)index\.html$/, "$1");
  } catch {
    return null;
  }
}

/**
 * Say something to every page of this site.
 *
 * @param {object} message
 */
export async function tell(message) {
  for (const client of await scope.clients.matchAll({ includeUncontrolled: true, type: "window" }))
    if (client.url.startsWith(ROOT)) client.postMessage(message);
}
