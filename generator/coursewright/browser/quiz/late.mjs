/**
 * A module that comes when it is needed. A browser remembers that one did not come, by its address, so it is
 * asked for by another then.
 *
 * @template Loaded
 */
export class Late {
  #load;
  #failures = 0;
  /** @type {Promise<Loaded> | null} */
  #loaded = null;

  /** @param {(end: string) => Promise<Loaded>} load with what its address ends in */
  constructor(load) {
    this.#load = load;
  }

  /** @returns {Promise<Loaded | null>} null where it did not come */
  async get() {
    try {
      return await (this.#loaded ??= this.#load(this.#failures ? `?${this.#failures}` : ""));
    } catch {
      this.#loaded = null;
      this.#failures += 1;
      return null;
    }
  }
}
