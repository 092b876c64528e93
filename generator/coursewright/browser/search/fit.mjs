import { bare } from "./fold.mjs";

/**
 * How well an entry of the index fits what is typed. Pure.
 *
 * @typedef {object} Entry everything but `found` is folded
 * @property {import("./index.mjs").Found} found
 * @property {string[]} names
 * @property {readonly (readonly [first: string, name: string])[]} joined those of several words
 * @property {string} initials
 * @property {string} said all its names as they are written
 * @property {string} text
 * @property {number} rank parts those that fit alike
 * @typedef {{whole: string, short?: string, pieces: string[]}} Typed `short` is `whole` without padding
 */

/** How well a name fits; a text never comes before a name that begins with what is typed. */
const SAME = 1000;
const ALSO = 950;
const EVERY_NAME = 900;
const INITIALS = 850;
const BEGINS = 600;
const CONTAINS = 400;
const PARTS = 350;
const EVERY_WORD = 300;
const IN_TEXT = 100;
const WORDS_IN_TEXT = 60;
const LIKE = 40;
/** So much of a name's pairs of characters must be typed for it to be meant. */
const ALIKE = 0.5;

/**
 * @param {Entry} entry
 * @param {Typed} typed
 */
export function fit(entry, typed) {
  const score = nameFit(entry, typed) || textFit(entry, typed);
  return score && score + entry.rank;
}

/**
 * @param {Entry} entry
 * @param {Typed} typed
 */
function nameFit({ names, joined, initials, said }, { whole, short = whole, pieces }) {
  const place = names.indexOf(whole);
  if (place >= 0) return place ? ALSO : SAME;
  if (names.includes(short)) return ALSO;
  if (pieces.length > 1 && pieces.every((word) => names.includes(bare(word)))) return EVERY_NAME;
  if (initials === whole) return INITIALS;
  const lengths = names.map((name) => (name.includes(whole) ? name.length - whole.length : Infinity));
  const more = Math.min(...lengths);
  const begins = names.some((name) => name.startsWith(whole));
  if (more < Infinity) return (begins ? BEGINS : CONTAINS) - Math.min(more, IN_TEXT);
  if (joined.some((name) => isPartOf(whole, name))) return PARTS;
  return pieces.length > 1 && pieces.every((word) => said.includes(word)) ? EVERY_WORD : 0;
}

/**
 * Of two who have a name together, the one that is named first, with what is said of both.
 *
 * @param {string} whole
 * @param {readonly [first: string, name: string]} name
 */
function isPartOf(whole, [first, name]) {
  return whole.startsWith(first) && name.endsWith(whole.slice(first.length));
}

/**
 * @param {Entry} entry
 * @param {Typed} typed
 */
function textFit({ text, said }, { pieces }) {
  const phrase = pieces.join(" ");
  const times = Math.min(text.split(phrase).length - 1, 9);
  if (times) return IN_TEXT + times;
  return pieces.length > 1 && pieces.every((word) => text.includes(word) || said.includes(word))
    ? WORDS_IN_TEXT
    : 0;
}

/**
 * For what is misspelt or put in other words: the share of the pairs of characters typed that a name has.
 *
 * @param {Entry} entry
 * @param {readonly string[]} typed
 */
export function likeness({ names, text, rank }, typed) {
  const shares = names.map((name) => share(typed, name));
  const best = Math.max(...shares);
  if (best >= ALIKE) return LIKE * (1 + best) + rank;
  const within = share(typed, text);
  return within > ALIKE ? LIKE * within : 0;
}

/**
 * @param {readonly string[]} typed
 * @param {string} text
 */
function share(typed, text) {
  return typed.filter((pair) => text.includes(pair)).length / typed.length;
}

/** @param {string} text */
export function pairs(text) {
  const signs = [...text];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => signs[at] + sign);
}
