/**
 * The twin of the specification in the room `scoring/` of the engine, which says why each rule is as it is.
 * Whole numbers only; `points / of` is a share, and nothing throws for a response.
 *
 * @typedef {"right" | "partly" | "wrong" | "unanswered"} Verdict
 * @typedef {{points: number, of: number}} Score
 */

import { isEmpty } from "./response.mjs";
import { gcd } from "./whole.mjs";

/**
 * @param {Score} score
 * @param {unknown} response
 * @returns {Verdict}
 */
export function verdict({ points, of }, response) {
  if (isEmpty(response)) return "unanswered";
  if (points === of) return "right";
  return points ? "partly" : "wrong";
}

/**
 * The weighted mean of shares as a reduced fraction; 0 of 0 when nothing is asked.
 *
 * @param {readonly Score[]} scores
 * @param {readonly number[]} [worth] what each is worth; all the same if left out
 * @returns {Score}
 */
export function total(scores, worth = scores.map(() => 1)) {
  const most = worth.reduce((sum, weight) => sum + weight, 0);
  if (!most) return { points: 0, of: 0 };
  const sum = scores.reduce(
    (all, { points, of }, at) => reduced(all.points * of + (worth[at] ?? 0) * points * all.of, all.of * of),
    { points: 0, of: 1 },
  );
  return reduced(sum.points, sum.of * most);
}

/**
 * Whether a score reaches the cut score. In whole numbers, for 0.7 * 10 is not 7 everywhere.
 *
 * @param {Score} score
 * @param {number} cut in percent
 */
export function passes({ points, of }, cut) {
  return of > 0 && points * 100 >= cut * of;
}

/**
 * A score in whole percent, rounded down: 79.6 % must not read as the 80 % that it missed.
 *
 * @param {Score} score
 */
export function percent({ points, of }) {
  return of ? Math.floor((points * 100) / of) : 0;
}

/**
 * @param {number} points
 * @param {number} most
 */
function reduced(points, most) {
  const shared = gcd(most, points);
  return { points: points / shared, of: most / shared };
}
