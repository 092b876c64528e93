/**
 * A storage that lasts as long as the page: on a shared device nobody finds another one's answers.
 *
 * @implements {Storage}
 */
export class Shelf {
  /** @type {Map<string, string>} */
  #texts = new Map();

  get length() {
    return this.#texts.size;
  }

  clear() {
    this.#texts.clear();
  }

  /** @param {string} key */
  getItem(key) {
    return this.#texts.get(key) ?? null;
  }

  /** @param {number} at */
  key(at) {
    return [...this.#texts.keys()][at] ?? null;
  }

  /** @param {string} key */
  removeItem(key) {
    this.#texts.delete(key);
  }

  /**
   * @param {string} key
   * @param {string} text
   */
  setItem(key, text) {
    this.#texts.set(key, text);
  }
}
