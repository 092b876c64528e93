/**
 * Where the objects of a PDF are, by its tables of cross-references from the last one on (ISO 32000-2, 7.5.4
 * to 7.5.6).
 *
 * Streams of cross-references, encryption and whatever readers would have to mend are refused: each mends it
 * in its own way.
 *
 * @typedef {import("./pdfvalues.mjs").Dictionary} Dictionary
 * @typedef {{place: number, generation: number} | null} Entry null for what was deleted
 * @typedef {Map<number, Entry>} Entries by the numbers of objects
 */

import { Values, isReference } from "./pdfvalues.mjs";

/** Letters at the end among which readers look for the last table. */
const TAIL = 4000;
/** Revisions of a file, and objects in it. */
const [MOST_REVISIONS, MOST_OBJECTS] = [100, 1_000_000];
const LAST = /startxref\s+(\d{1,10})\s+%%EOF/y;
const HEAD = /xref *(?:\r\n|\n|\r)/y;
const SECTION = /(\d{1,7}) (\d{1,7}) ?(?:\r\n|\n|\r)/y;
const ROW = /(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)/y;

/**
 * What the file says in the end. Throws for one that has not just one reading.
 *
 * @param {string} text a letter for each byte
 * @returns {{entries: Entries, root: any}}
 */
export function tables(text) {
  const last = text.lastIndexOf("startxref");
  if (!text.startsWith("%PDF-") || last < text.length - TAIL) throw new TypeError("no PDF");
  /** @type {Dictionary[]} */
  const trailers = [];
  /** @type {Entries} */
  const entries = new Map();
  const seen = new Set();
  let place = Number(matched(LAST, text, last)[1]);
  for (let trailer; ; place = trailer.get("Prev")) {
    if (!Number.isSafeInteger(place) || seen.has(place) || seen.size === MOST_REVISIONS)
      throw new TypeError("no end");
    seen.add(place);
    const [own, at] = table(text, place);
    for (const [number, entry] of own) if (!entries.has(number)) entries.set(number, entry);
    trailer = new Values(text, at).next();
    trailers.push(trailer);
    if (!trailer.has("Prev")) return { entries, root: rootOf(trailers, entries) };
  }
}

/**
 * @param {string} text
 * @param {number} place
 * @returns {[Entries, number]} and where its trailer begins
 */
function table(text, place) {
  let at = place + matched(HEAD, text, place)[0].length;
  /** @type {Entries} */
  const entries = new Map();
  while (!text.startsWith("trailer", at)) {
    const [head, first, count] = matched(SECTION, text, at);
    at += head.length;
    for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
      const [row, where, generation, kind] = matched(ROW, text, at);
      at += row.length;
      if (entries.has(number) || number > MOST_OBJECTS) throw new TypeError("no table");
      entries.set(number, kind === "f" ? null : { place: Number(where), generation: Number(generation) });
    }
  }
  return [entries, at + "trailer".length];
}

/**
 * The same for whoever asks the first of the trailers, or the last.
 *
 * @param {readonly Dictionary[]} trailers the newest first
 * @param {Entries} entries
 */
function rootOf([newest, ...older], entries) {
  const root = newest?.get("Root");
  const most = newest?.get("Size");
  if (!isReference(root) || [...entries.keys()].some((number) => !(number < most)))
    throw new TypeError("no trailer");
  for (const trailer of older)
    if ((trailer.get("Root") ?? root).object !== root.object) throw new TypeError("two roots");
  if ([newest, ...older].some((each) => each?.has("Encrypt") || each?.has("XRefStm")))
    throw new TypeError("not read here");
  return root;
}

/**
 * Throws where the text does not go on like this.
 *
 * @param {RegExp} pattern sticky
 * @param {string} text
 * @param {number} at
 */
export function matched(pattern, text, at) {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) throw new TypeError("not as it is written");
  return found;
}
