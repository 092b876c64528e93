import { fromBytes, random, toBytes } from "./crypt/bytes.mjs";

/**
 * @typedef {import("./sitting.mjs").State} State
 * @typedef {"kept" | "denied" | "elsewhere"} Fate of what was to be kept
 */

/** An answer is kept so soon, in milliseconds, however fast others follow. */
const SOON = 300;
/** How often a window says that it is there. */
const BEAT = 2000;

/** Keeps a sitting on this device as it goes, encrypted. */
export class Keeping {
  #place;
  #told;
  #hasChanged = false;
  #isOpen = true;
  /** @type {Promise<void>} */
  #turn = Promise.resolve();
  /** @type {number | undefined} */
  #timer;
  #beat;

  /**
   * @param {object} place
   * @param {import("./crypt/engine.mjs").Engine} place.engine
   * @param {import("./shelf.mjs").Shelf} place.shelf
   * @param {string} place.id
   * @param {Uint8Array} place.key
   * @param {(fate: Fate) => void} told called after each time
   */
  constructor(place, told) {
    this.#place = place;
    this.#told = told;
    this.#beat = window.setInterval(() => this.#stay(), BEAT);
  }

  /** @param {State} state that has changed, and is to be kept soon */
  change(state) {
    this.#hasChanged = true;
    this.#timer ??= window.setTimeout(() => this.flush(state), SOON);
  }

  /**
   * Keep what has changed now; done when it is kept, or cannot be.
   *
   * @param {State} state
   */
  flush(state) {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#hasChanged || !this.#isOpen) return this.#turn;
    this.#hasChanged = false;
    return (this.#turn = this.#turn.then(() => this.#keep(state)));
  }

  /** Nothing is kept from here any more. */
  close() {
    this.#isOpen = false;
    window.clearTimeout(this.#timer);
    window.clearInterval(this.#beat);
  }

  /** @param {State} state */
  async #keep(state) {
    if (!this.#isOpen) return;
    const { engine, shelf, id, key } = this.#place;
    const [save, saved] = [state.save, state.saved];
    Object.assign(state, { save: save + 1, saved: Date.now() });
    try {
      const iv = random(12);
      const data = await engine.encrypt(key, iv, toBytes(JSON.stringify(state)), toBytes(id));
      this.#tell((await shelf.put(id, { iv, data })) ? "kept" : "elsewhere");
    } catch {
      Object.assign(state, { saved });
      this.#tell("denied");
    }
  }

  async #stay() {
    const { shelf, id } = this.#place;
    try {
      if (!(await shelf.beat(id))) this.#tell("elsewhere");
    } catch {
      // The next time that something is kept tells of it.
    }
  }

  /** @param {Fate} fate */
  #tell(fate) {
    if (!this.#isOpen) return;
    if (fate === "elsewhere") this.close();
    this.#told(fate);
  }
}

/**
 * What was kept; null for what this key does not open.
 *
 * @param {import("./crypt/engine.mjs").Engine} engine
 * @param {{id: string, key: Uint8Array}} place
 * @param {import("./shelf.mjs").Kept} kept
 * @returns {Promise<State | null>}
 */
export async function restored(engine, { id, key }, { iv, data }) {
  try {
    return JSON.parse(fromBytes(await engine.decrypt(key, iv, data, toBytes(id))));
  } catch {
    return null;
  }
}
