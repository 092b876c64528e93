import { prefixOf } from "./prefix.mjs";

/**
 * A page's way to the worker of its site.
 *
 * @typedef {import("./kept.mjs").Tally} Tally
 * @typedef {import("./scope.mjs").Part} Part
 * @typedef {{since: number, reached: boolean, course: Tally, documents: Tally}} State
 */
export class Courier {
  #root;
  /** Absent where the site is not sent safely, as on plain http. */
  #workers = /** @type {ServiceWorkerContainer | undefined} */ (navigator.serviceWorker);

  /** @param {string} root the address of the site */
  constructor(root) {
    this.#root = root;
  }

  get isPossible() {
    return Boolean(this.#workers);
  }

  /** Another site may live above this one. */
  async registration() {
    const found = await this.#workers?.getRegistration(this.#root);
    return found?.scope === this.#root ? found : undefined;
  }

  /**
   * What is kept, or null when no worker keeps anything.
   *
   * @returns {Promise<State | null>}
   */
  async state() {
    const active = (await this.registration())?.active;
    if (!active) return null;
    const { port1, port2 } = new MessageChannel();
    active.postMessage("state", [port2]);
    return new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
    });
  }

  /**
   * Have the worker keep a part; it tells every page how far it is. Rejects where the browser forbids it.
   *
   * @param {Part} part
   */
  async take(part) {
    const registration = await this.#workers?.register(`${this.#root}worker.js`);
    // One that is being installed takes the course by itself.
    if (!registration?.installing || registration.active) registration?.active?.postMessage(part);
  }

  async remove() {
    await (await this.registration())?.unregister();
    const prefix = prefixOf(this.#root);
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  }

  /** @param {EventListenerObject} listener */
  listen(listener) {
    this.#workers?.addEventListener("message", listener);
  }

  /** @param {EventListenerObject} listener */
  ignore(listener) {
    this.#workers?.removeEventListener("message", listener);
  }
}
