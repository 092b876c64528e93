import { noChanges } from "./adaptation.mjs";

/**
 * What is changed in a role on this device, and the logo put on it.
 *
 * @typedef {import("./adaptation.mjs").Changes} Changes
 * @typedef {import("./logo.mjs").Logo} Logo
 */

const VERSION = 1;

/**
 * Company and logo are those of every role. The logo has a place of its own: it may be too large to be kept,
 * and is not written at every key.
 */
export class RoleDraft {
  #changes;
  #logo;
  #company;
  #isNewer = false;

  /**
   * @param {import("../record/place.mjs").Place} changes
   * @param {import("../record/place.mjs").Place} logo of every role
   * @param {import("../record/place.mjs").Place} company of every role
   */
  constructor(changes, logo, company) {
    this.#changes = changes;
    this.#logo = logo;
    this.#company = company;
  }

  get exists() {
    return [this.#changes, this.#logo, this.#company].some((place) => Boolean(place.read()));
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
    const company = this.#company.read();
    /** @type {Record<string, string>} */
    const head = company ? { company } : {};
    if (found?.version !== VERSION) return { digest: null, changes: { ...noChanges(), values: head } };
    const { digest, values, struck, added } = found;
    const own = { ...texts(values), ...head };
    const changes = { values: own, struck: numbers(struck), added: numbers(added) };
    return { digest: String(digest), changes };
  }

  /**
   * Whether it could be kept. What a newer version of us wrote is left alone.
   *
   * @param {string} digest
   * @param {Changes} changes
   */
  keep(digest, changes) {
    const { company, ...values } = changes.values;
    const isHeadKept = company ? this.#company.write(company) : this.#company.remove();
    const kept = { version: VERSION, digest, ...changes, values };
    return !this.#isNewer && this.#changes.write(JSON.stringify(kept)) && isHeadKept;
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
    this.#company.remove();
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
