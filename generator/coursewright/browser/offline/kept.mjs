import { ASSET, NAME, ROOT, address, course, documents, otherNames } from "./scope.mjs";

/**
 * What is kept on the device: a cache a version, each with the hashes of what may be in it.
 *
 * @typedef {import("./scope.mjs").List} List
 * @typedef {{files: number, bytes: number, done: number, doneBytes: number}} Tally
 */

const LISTING = `${ROOT}?listing`;
const SINCE = `${ROOT}?since`;

export class Copy {
  /** @type {{from: Cache, hashes: Record<string, string>}[]} */
  #older = [];

  /** @param {Cache} cache */
  constructor(cache) {
    this.cache = cache;
    /** @type {Set<string>} */
    this.kept = new Set();
  }

  /** The copy of this version, and those of others to take from. */
  static async open() {
    const copy = new Copy(await caches.open(NAME));
    copy.kept = new Set((await copy.cache.keys()).map(({ url }) => url));
    for (const name of await otherNames()) {
      const from = await caches.open(name);
      const listing = await from.match(LISTING);
      if (listing) copy.#older.push({ from, hashes: await listing.json() });
    }
    return copy;
  }

  /** Before anything else of it is there, so that a copy that was broken off can be taken from. */
  async begin() {
    const hashes = Object.entries({ ...course, ...documents }).map(([path, [hash]]) => [path, hash]);
    await this.cache.put(LISTING, new Response(JSON.stringify(Object.fromEntries(hashes))));
  }

  async end() {
    if (!(await this.since())) await this.cache.put(SINCE, new Response(String(Date.now())));
  }

  /** When all of it had come, in milliseconds since 1970; 0 before. */
  async since() {
    return Number((await (await this.cache.match(SINCE))?.text()) ?? 0);
  }

  /**
   * @param {string} path
   * @param {Response} response
   */
  async put(path, response) {
    await this.cache.put(address(path), response);
    this.kept.add(address(path));
  }

  /**
   * The file with this hash that another version has.
   *
   * @param {string} path
   * @param {string} hash
   */
  async unchanged(path, hash) {
    for (const { from, hashes } of this.#older) {
      const kept = hashes[path] === hash ? await from.match(address(path)) : undefined;
      if (kept) return kept;
    }
    return undefined;
  }

  /** Tabs of another version ask for its code; documents that were taken and are as they were stay taken. */
  async carry() {
    for (const { from, hashes } of this.#older)
      for (const [path, hash] of Object.entries(hashes)) {
        if (!ASSET.test(path) && documents[path]?.[0] !== hash) continue;
        const kept = this.kept.has(address(path)) ? undefined : await from.match(address(path));
        if (kept) await this.put(path, kept);
      }
  }

  /**
   * How much of a list is there.
   *
   * @param {List} list
   * @returns {Tally}
   */
  tally(list) {
    const all = Object.entries(list);
    const here = all.filter(([path]) => this.kept.has(address(path)));
    return { files: all.length, bytes: sum(all), done: here.length, doneBytes: sum(here) };
  }
}

/** @param {[string, [string, number]][]} entries */
function sum(entries) {
  return entries.reduce((total, [, [, bytes]]) => total + bytes, 0);
}
