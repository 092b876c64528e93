/**
 * Where sittings lie on this device, in IndexedDB: which pages from a disk and from plain http have too.
 *
 * @typedef {object} Kept
 * @property {string} owner the window that may change it
 * @property {number} beat when that window was last heard of
 * @property {Uint8Array} iv
 * @property {Uint8Array} data encrypted
 */

const [NAME, STORE] = ["coursewright-sealed", "sittings"];
/** A window that was not heard of for so many milliseconds is gone. */
const SILENCE = 6000;

export class Shelf {
  #owner;
  /** Whether this window is about to go: then nobody need wait for it. */
  #isLeaving = false;
  /** @type {Promise<IDBDatabase> | null} */
  #opened = null;

  /** @param {string} owner the name of this window */
  constructor(owner) {
    this.#owner = owner;
  }

  /**
   * What is kept of a sitting, which is this window's from now on; "elsewhere" where another window has it.
   * Throws where nothing can be kept.
   *
   * @param {string} id
   * @param {boolean} takesOver from another window
   * @returns {Promise<Kept | null | "elsewhere">}
   */
  claim(id, takesOver) {
    /** @type {(kept: Kept | undefined) => [Kept | null | "elsewhere", Kept?]} */
    const change = (kept) => {
      if (!kept) return [null];
      const isHeld = kept.owner !== this.#owner && Math.abs(Date.now() - kept.beat) < SILENCE;
      if (isHeld && !takesOver) return ["elsewhere"];
      const own = { ...kept, owner: this.#owner, beat: this.#now };
      return [own, own];
    };
    return this.#changed(id, change);
  }

  /**
   * False where another window has taken it over. Throws where it cannot be kept.
   *
   * @param {string} id
   * @param {Pick<Kept, "iv" | "data">} content
   */
  put(id, content) {
    return this.#changed(id, (kept) => {
      if (kept && kept.owner !== this.#owner) return [false];
      return [true, { ...content, owner: this.#owner, beat: this.#now }];
    });
  }

  /**
   * Say that this window is still there; false where another one has taken the sitting over.
   *
   * @param {string} id
   */
  beat(id) {
    return this.#changed(id, (kept) => {
      if (kept && kept.owner !== this.#owner) return [false];
      return kept ? [true, { ...kept, beat: this.#now }] : [true];
    });
  }

  /**
   * This window is about to be closed or loaded anew, or is back after all.
   *
   * @param {string} id
   * @param {boolean} isLeaving
   */
  leave(id, isLeaving) {
    this.#isLeaving = isLeaving;
    return this.beat(id);
  }

  get #now() {
    return this.#isLeaving ? 0 : Date.now();
  }

  /** @param {string} id of a sitting that nobody needs here any more */
  async remove(id) {
    const store = (await this.#database()).transaction(STORE, "readwrite").objectStore(STORE);
    await done(store.delete(id));
  }

  /**
   * Read and write in one: no window comes between.
   *
   * @template Result
   * @param {string} id
   * @param {(kept: Kept | undefined) => [result: Result, put?: Kept]} change
   * @returns {Promise<Result>}
   */
  async #changed(id, change) {
    const transaction = (await this.#database()).transaction(STORE, "readwrite", { durability: "strict" });
    const store = transaction.objectStore(STORE);
    const [result, put] = change(await done(store.get(id)));
    if (put) store.put(put, id);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("not kept"));
    });
    return result;
  }

  #database() {
    return (this.#opened ??= this.#open().catch((error) => {
      this.#opened = null;
      throw error;
    }));
  }

  async #open() {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return done(request);
  }
}

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
