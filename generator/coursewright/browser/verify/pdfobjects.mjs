/**
 * Objects of a PDF where its tables say that they are: what was deleted, or stands in the file and belongs to
 * nothing, is not seen.
 */

import { matched, tables } from "./pdftables.mjs";
import { Values, isReference } from "./pdfvalues.mjs";

/** @typedef {import("./pdfvalues.mjs").Dictionary} Dictionary */

export class PdfObjects {
  /** @type {string} a letter for each byte */
  #text;
  /** @type {import("./pdftables.mjs").Entries} */
  #entries;

  /**
   * Throws for a file that has not just one reading.
   *
   * @param {Uint8Array} bytes
   */
  constructor(bytes) {
    this.#text = new TextDecoder("latin1").decode(bytes);
    const { entries, root } = tables(this.#text);
    this.#entries = entries;
    for (const [number, entry] of entries) if (entry) this.#begin(number, entry);
    this.root = root;
  }

  /**
   * A value, or the object that it refers to.
   *
   * @param {any} value
   */
  value(value) {
    return isReference(value) ? this.#object(value).value : value;
  }

  /**
   * The dictionary of a stream, and where its content stands in the file. Throws for anything else.
   *
   * @param {any} reference
   * @returns {{about: Dictionary, from: number, to: number}}
   */
  stream(reference) {
    if (!isReference(reference)) throw new TypeError("no stream");
    const { value: about, end: from } = this.#object(reference, /\s*stream\r?\n/y);
    const length = about instanceof Map ? this.value(about.get("Length")) : null;
    if (!Number.isSafeInteger(length) || length < 0) throw new TypeError("no length");
    matched(/(?:\r\n|\n|\r)?endstream\s+endobj\s/y, this.#text, from + length);
    return { about, from, to: from + length };
  }

  /**
   * @param {{object: number, generation: number}} reference
   * @param {RegExp} ends what follows it
   */
  #object({ object, generation }, ends = /\s*endobj\s/y) {
    const entry = this.#entries.get(object);
    if (entry?.generation !== generation) throw new TypeError("no object");
    this.#isLast(object, entry.place);
    const found = new Values(this.#text, this.#begin(object, entry));
    const value = found.next();
    if (isReference(value)) throw new TypeError("refers to another");
    const [end] = matched(ends, this.#text, found.at);
    return { value, end: found.at + end.length };
  }

  /**
   * Where its value begins. Throws where it does not begin there.
   *
   * @param {number} number
   * @param {{place: number, generation: number}} entry
   */
  #begin(number, { place, generation }) {
    const begin = `${number} ${generation} obj`;
    if (!this.#text.startsWith(begin, place)) throw new TypeError("no object");
    return place + begin.length;
  }

  /**
   * The same for who goes by the tables and for who looks through the file.
   *
   * @param {number} number
   * @param {number} place
   */
  #isLast(number, place) {
    for (const { index } of this.#text.matchAll(new RegExp(`(?<!\\d)0*${number}\\s+\\d+\\s+obj`, "g")))
      if (index > place) throw new TypeError("two readings");
  }
}
