import { eachOnce } from "./tries.mjs";

/**
 * How a learner judges a competency of their own: every judgement with its time, none taken back, only
 * followed by another. Pure.
 *
 * @typedef {{at: number, level: number}} Judgement `at` in milliseconds since 1970; `level` from 1, or 0
 *   where somebody would rather not say any more
 * @typedef {{tries: Judgement[]}} Judged
 */

/**
 * @param {any} entry
 * @returns {entry is Judged}
 */
export function isJudged(entry) {
  return Array.isArray(entry?.tries) && entry.tries.every(isJudgement);
}

/** @param {any} one */
function isJudgement(one) {
  return Number.isFinite(one?.at) && Number.isInteger(one.level) && one.level >= 0;
}

/**
 * Every judgement of either, each once.
 *
 * @param {Judged} mine
 * @param {Judged} other
 * @returns {Judged}
 */
export function mergedJudgements(mine, other) {
  return { ...other, ...mine, tries: eachOnce([...mine.tries, ...other.tries]) };
}
