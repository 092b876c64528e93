/**
 * What of a record of any origin is as its readers take it: a file may hold anything. Pure.
 *
 * @typedef {import("./tries.mjs").Tried} Tried
 */

/** The last time there is (ECMA-262, 21.4.1.1). */
export const LAST = 864e13;

/**
 * @param {any} entry
 * @param {(one: any) => boolean} [isOne]
 * @returns {entry is Tried}
 */
export function isTried(entry, isOne = isTry) {
  const { tries, earlier = 0, best = [] } = entry ?? {};
  return Array.isArray(tries) && isWhole(earlier) && [tries, best].flat().every(isOne);
}

/**
 * A sitting of an exam is one too, with its questions and when it began.
 *
 * @param {any} one
 */
export function isTry(one) {
  const {
    at,
    points,
    of,
    order = 0,
    place = 0,
    edition = 1,
    sure = 0,
    hints = 0,
    questions,
    began = questions ? NaN : 0,
  } = one ?? {};
  return (
    [at, points, of, order, place, edition, sure, hints, began].every(isWhole) &&
    points <= of &&
    of > 0 &&
    (questions === undefined || [questions].flat().every(Array.isArray))
  );
}

/**
 * Whether it can be a time, and a number of anything.
 *
 * @param {any} value
 */
export function isWhole(value) {
  return Number.isInteger(value) && value >= 0 && value <= LAST;
}
