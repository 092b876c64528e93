import { isTried, isTry, isWhole } from "./shape.mjs";

/**
 * How a learner judges a competency of their own: every judgement with its time, none taken back, only
 * followed by another. They are kept, and brought together, as tries are. Pure.
 *
 * @typedef {{at: number, order?: number, level: number}} Judgement `at` and `order` as a try has them;
 *   `level` from 1, or 0 where somebody would rather not say any more
 * @typedef {{tries: Judgement[]}} Judged
 */

/**
 * @param {any} entry
 * @returns {entry is Judged}
 */
export function isJudged(entry) {
  return isTried(entry, isJudgement);
}

/** @param {any} one */
function isJudgement(one) {
  return isTry({ ...one, points: 0, of: 1 }) && isWhole(one.level);
}
