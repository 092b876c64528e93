import { folded, wordsOf } from "./fold.mjs";
import { eitherWay } from "./numerals.mjs";

const BEFORE = 24;
const LONGEST = 110;

/**
 * A piece of a text around the first of the words typed, or its beginning.
 *
 * @param {string} text
 * @param {string} query
 */
export function excerpt(text, query) {
  const places = wordsOf(query).map((word) => folded(text).search(new RegExp(eitherWay(word))));
  const first = Math.min(...places.filter((place) => place >= 0), text.length);
  const start = first === text.length || first < LONGEST / 2 ? 0 : first - BEFORE;
  const end = start + LONGEST;
  return `${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

/**
 * A text in turns of what was not typed and what was.
 *
 * @param {string} text
 * @param {string} query
 * @returns {string[]} at even places what was not
 */
export function marked(text, query) {
  const sought = wordsOf(query).sort((one, other) => other.length - one.length);
  if (!sought.length) return [text];
  const pattern = new RegExp(sought.map(eitherWay).join("|"), "g");
  /** @type {string[]} */
  const turns = [];
  let at = 0;
  for (const { 0: word, index } of folded(text).matchAll(pattern)) {
    turns.push(text.slice(at, index), text.slice(index, index + word.length));
    at = index + word.length;
  }
  return [...turns, text.slice(at)];
}
