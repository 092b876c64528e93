import { noChanges } from "./adaptation.mjs";

/**
 * What is changed in a role on this device, and the logo put on it.
 *
 * @typedef {import("./adaptation.mjs").Changes} Changes
 * @typedef {import("./logo.mjs").Logo} Logo
 */

const VERSION = 1;

/** The logo has a place of its own: it may be too large to be kept, and is not written at every key. */
export class RoleDraft {
  #changes;
  #logo;
  #isNewer = false;

  /**
   * @param {import("../record/place.mjs").Place} changes
   * @param {import("../record/place.mjs").Place} logo
   */
  constructor(changes, logo) {
    this.#changes = changes;
    this.#logo = logo;
  }

  get exists() {
    return Boolean(this.#changes.read() || this.#logo.read());
  }

  /** False where storage is denied, or holds what a newer version of us wrote. */
  get canKeep() {
    return !this.#isNewer && this.#changes.read() !== undefined;
  }

  /**
   * The changes kept, and the digest of the template they were made to; none of a version we do not know.
   *
   * @returns {{digest: string | null, changes: Changes}}
   */
  read() {
    const found = parsed(this.#changes.read());
    this.#isNewer = found?.version > VERSION;
    if (found?.version !== VERSION) return { digest: null, changes: noChanges() };
    const { digest, values, struck, added } = found;
    const changes = { values: texts(values), struck: numbers(struck), added: numbers(added) };
    return { digest: String(digest), changes };
  }

  /**
   * Whether it could be kept. What a newer version of us wrote is left alone.
   *
   * @param {string} digest
   * @param {Changes} changes
   */
  keep(digest, changes) {
    return !this.#isNewer && this.#changes.write(JSON.stringify({ version: VERSION, digest, ...changes }));
  }

  /** @returns {Logo | null} */
  readLogo() {
    const found = parsed(this.#logo.read());
    return /^data:image\/(png|jpeg);base64,/.test(found?.url) ? found : null;
  }

  /** @param {Logo} logo */
  keepLogo(logo) {
    return this.#logo.write(JSON.stringify(logo));
  }

  forgetLogo() {
    this.#logo.remove();
  }

  clear() {
    if (!this.#isNewer) this.#changes.remove();
    this.#logo.remove();
  }
}

/** @param {string | null | undefined} text */
function parsed(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {unknown} values
 * @returns {Record<string, string>}
 */
function texts(values) {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => typeof value === "string"));
}

/**
 * @param {unknown} found
 * @returns {number[]}
 */
function numbers(found) {
  return Array.isArray(found) ? found.filter(Number.isInteger) : [];
}
