import { numbered } from "./numerals.mjs";

const FULL_WIDTH = 0xfee0;
/** Brackets, quotation marks and dashes of any writing, and what ends a sentence or parts its parts. */
const MARKS = `\\s\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}"、。・…,;:?!¡¿،؛؟`;
const IN_NAMES = new RegExp(`[${MARKS}\\p{Pd}_·.'’]`, "gu");
const BETWEEN_WORDS = new RegExp(`(?:[${MARKS}—–]|\\.{2,})+`, "u");
const AROUND_WORDS = /^['’]+|['’.·~-]+$/g;

/**
 * A text in which full-width letters, capitals and accents make no difference. As long as the text
 * itself, so that a place in the one is a place in the other.
 *
 * @param {string} text
 */
export function folded(text) {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (sign) => sign.normalize("NFD").charAt(0));
  const small = plain.toLowerCase();
  return small.length === text.length ? small : plain;
}

/**
 * A name as it is compared: without spaces and marks, its numbers in figures.
 *
 * @param {string} text
 */
export function bare(text) {
  return numbered(folded(text.normalize("NFKC"))).replace(IN_NAMES, "");
}

/**
 * A name as it is compared, its numbers without the noughts they may begin with: T-4 is T-04.
 *
 * @param {string} text
 */
export function unpadded(text) {
  return bare(text.normalize("NFKC").replace(/(?<![\d.])0+(?=\d)/g, ""));
}

/**
 * The words of a query: whatever stands between spaces and marks, in any writing.
 *
 * @param {string} query
 */
export function wordsOf(query) {
  const pieces = numbered(folded(query.normalize("NFKC"))).split(BETWEEN_WORDS);
  return pieces.map((word) => word.replace(AROUND_WORDS, "")).filter(Boolean);
}
