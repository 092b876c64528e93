/** One key of a browser storage. Never throws: storage may be denied, full or absent. */
export class Place {
  #area;

  /**
   * @param {() => Storage} area a function, for merely naming a denied storage throws
   * @param {string} key
   */
  constructor(area, key) {
    this.#area = area;
    /** @readonly */
    this.key = key;
  }

  /** The text kept, null if there is none, undefined if storage is denied. */
  read() {
    try {
      return this.#area().getItem(this.key);
    } catch {
      return undefined;
    }
  }

  /**
   * Keep a text; false if it could not be kept.
   *
   * @param {string} text
   */
  write(text) {
    try {
      this.#area().setItem(this.key, text);
      return true;
    } catch {
      return false;
    }
  }

  /** Leave nothing there; true, for what cannot be reached holds nothing of ours. */
  remove() {
    try {
      this.#area().removeItem(this.key);
    } catch {
      // no storage
    }
    return true;
  }
}
