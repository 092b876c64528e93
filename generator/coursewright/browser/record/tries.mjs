/**
 * Tries at an item or a quiz, from the first to the last; none is ever taken away. Pure.
 *
 * `at` is what the clock of the device said, in milliseconds since 1970. A clock may be wrong, and be set
 * right: where it said no later time than at the try before, `order` is the place among the others, as a
 * time, and what it said stays as it is. No two tries of an entry have the same of both. `place` is where it
 * stands instead, once a clock that was right found those times to come: `arrived.mjs`. `review/dates.mjs`
 * says what may be believed of a time.
 *
 * `points` were reached of `of`, in whole numbers. `edition` is the item's, left out when it is the first.
 * `response` is left out where it is too large to be kept for every try, `sure` and `hints` where there is
 * nothing to say.
 *
 * @typedef {object} Try
 * @property {number} at
 * @property {number} [order]
 * @property {number} [place]
 * @property {number} points
 * @property {number} of
 * @property {number} [edition]
 * @property {boolean} [passed] whether a quiz reached the cut score of then
 * @property {number} [sure] 1 guessed, 2 not sure, 3 sure, said before feedback
 * @property {number} [hints] how many were opened before the answer
 * @property {unknown} [response]
 * @typedef {{tries: Try[], earlier?: number, best?: Try}} Tried
 *   `earlier` counts tries before those in the list, of which an older site kept no more than their number
 *   and the `best` of them
 */

import { LAST } from "./shape.mjs";

/** In characters of JSON: a few words, or the options of any choice. */
const LONGEST_RESPONSE = 200;

/** @param {Tried | undefined} entry */
export function lastTry(entry) {
  return entry?.tries.at(-1);
}

/**
 * The try with the largest share, the latest of those that are alike.
 *
 * @param {Tried | undefined} entry
 * @returns {Try | undefined}
 */
export function bestTry(entry) {
  return [entry?.best ?? [], entry?.tries ?? []].flat().reduce(
    (/** @type {Try | undefined} */ best, one) =>
      best && best.points * one.of > one.points * best.of ? best : one,
    undefined,
  );
}

/**
 * The entry with one try more.
 *
 * @param {Tried | undefined} entry
 * @param {Try} one
 * @returns {Tried}
 */
export function tried(entry, { response, ...one }) {
  const isSmall = JSON.stringify(response)?.length <= LONGEST_RESPONSE;
  return { ...entry, tries: withOne(entry?.tries ?? [], { ...one, ...(isSmall && { response }) }) };
}

/**
 * The list with one more, which is its last whatever the clock says.
 *
 * @template {{at: number, order?: number}} One
 * @param {readonly One[]} all
 * @param {One} one
 * @returns {One[]}
 */
export function withOne(all, one) {
  const order = Math.min(Math.max(...all.map(turn)) + 1, LAST);
  return [...all, { ...one, ...(order > one.at && { order }) }];
}

/**
 * What two records know of the same: every try of either, each once. So it is with judgements.
 *
 * @param {Tried} mine
 * @param {Tried} other
 * @returns {Tried}
 */
export function mergedTries(mine, other) {
  const tries = eachOnce([...mine.tries, ...other.tries]);
  const best = bestTry({ tries: eachOnce([mine.best ?? [], other.best ?? []].flat()) });
  const earlier = Math.max(0, before(tries, mine), before(tries, other)) || undefined;
  return { ...other, ...mine, tries, best, earlier };
}

/**
 * All in their order; of those of the same time and order, which are one told twice, the one that was put
 * back, and the fuller telling.
 *
 * @template {{at: number, order?: number, place?: number}} One
 * @param {One[]} all sorted by this
 */
function eachOnce(all) {
  all.sort((one, next) => place(one) - place(next) || one.at - next.at || fullness(next, one));
  const known = new Set();
  return all.filter(({ at, order }) => known.size < known.add(`${at} ${order}`).size);
}

/**
 * Where it stands among the others by the clock of its device.
 *
 * @param {{at: number, order?: number}} one
 */
export function turn({ at, order = at }) {
  return order;
}

/**
 * Where it stands among the others of its list.
 *
 * @param {{at: number, order?: number, place?: number}} one
 */
function place(one) {
  return one.place ?? turn(one);
}

/**
 * How many tries came before those of a list, as far as an entry knows that has some of the list itself.
 *
 * @param {Try[]} tries
 * @param {Tried} entry
 */
function before(tries, { tries: [first], earlier = 0 }) {
  return earlier - tries.filter((one) => first && turn(one) < turn(first)).length;
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function fullness(one, other) {
  const [here, there] = [JSON.stringify(one), JSON.stringify(other)];
  return here.length - there.length || (here > there ? 1 : -1);
}
