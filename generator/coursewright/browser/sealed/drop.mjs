import { random, toHex } from "./crypt/bytes.mjs";

/**
 * How a response fares on its way to the drop box.
 *
 * @typedef {{what: "sending"} | {what: "waiting", status: number} | {what: "refused", status: number}
 *   | {what: "sent", at: number}} Way
 */

/** Seconds before each further try; then the last again and again. */
const PAUSES = [2, 5, 15, 30, 60];
const TIMEOUT = 30_000;
/** What a server says that may soon say something else. */
const PASSING = [408, 425, 429];
/** What it says where something is under a name already: nothing is written over. */
const TAKEN = [409, 412];
const MOST_NAMES = 4;

/** Puts a response into the drop box that the trainer named, and goes on until it has arrived. */
export class Drop {
  #folder;
  #address = "";
  #names = 0;
  #told;
  #tries = 0;
  #isBusy = false;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {string} folder
   * @param {import("./response.mjs").Sealed} response
   * @param {(way: Way) => void} told
   */
  constructor(folder, response, told) {
    this.#folder = folder.replace(/\/+$/, "");
    this.response = response;
    this.#told = told;
    this.#rename();
  }

  /**
   * A part of the address is drawn by chance and shown nowhere, so that nobody can be there first. Where it
   * is taken nonetheless, mostly by this very response, whose answer was lost, it goes under another one.
   */
  #rename() {
    this.#names += 1;
    const [stem = "", end = ""] = this.response.name.split(/(\.cwr)$/);
    this.#address = `${this.#folder}/${encodeURIComponent(`${stem}-${toHex(random(8))}${end}`)}`;
  }

  connect() {
    window.addEventListener("online", this);
    this.handleEvent();
  }

  disconnect() {
    window.removeEventListener("online", this);
    window.clearTimeout(this.#timer);
  }

  /** Try now, for the network is back or somebody asked for it. */
  async handleEvent() {
    if (this.#isBusy) return;
    window.clearTimeout(this.#timer);
    this.#isBusy = true;
    this.#told({ what: "sending" });
    let status = await this.#put();
    while (TAKEN.includes(status) && this.#names < MOST_NAMES) {
      this.#rename();
      status = await this.#put();
    }
    this.#isBusy = false;
    this.#settle(status);
  }

  /** The status that came back, 0 for none. */
  async #put() {
    try {
      const headers = { "Content-Type": "text/plain" };
      const signal = AbortSignal.timeout(TIMEOUT);
      const how = /** @type {const} */ ({ method: "PUT", credentials: "omit", cache: "no-store" });
      const { status } = await fetch(this.#address, { ...how, headers, signal, body: this.response.text });
      return status;
    } catch {
      return 0;
    }
  }

  /** @param {number} status */
  #settle(status) {
    if (status >= 200 && status < 300) {
      this.disconnect();
      return this.#told({ what: "sent", at: Date.now() });
    }
    if (status >= 400 && status < 500 && !PASSING.includes(status))
      return this.#told({ what: "refused", status });
    this.#told({ what: "waiting", status });
    const pause = PAUSES[Math.min(this.#tries, PAUSES.length - 1)] ?? 0;
    this.#tries += 1;
    this.#timer = window.setTimeout(() => this.handleEvent(), pause * 1000);
  }
}
