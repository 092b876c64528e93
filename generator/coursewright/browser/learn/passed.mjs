/**
 * Whether a quiz is passed, by one rule wherever that is said. Pure.
 *
 * @typedef {{id: string, cut: number, raised?: [item: string, edition: number][]}} Passable `raised` are its
 *   items of a later edition than the first
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {"passed" | "changed" | "below"} State `changed` where the best try would be a pass, but was at
 *   questions that have changed since
 */

import { bestTry, lastTry } from "../record/tries.mjs";
import { passes } from "../scoring/scoring.mjs";

/**
 * By the best try, for a pass stays one; by the cut score of today, for that may have changed since; and
 * not by answers to an earlier edition of an item.
 *
 * @param {Passable} quiz
 * @param {Pick<LearnerRecord, "quizzes" | "items">} record
 * @returns {State}
 */
export function stateOf({ id, cut, raised = [] }, { quizzes, items }) {
  const best = bestTry(quizzes[id]);
  if (!best || !passes(best, cut)) return "below";
  const isOfToday = raised.every(([item, edition]) => (lastTry(items[item])?.edition ?? 1) === edition);
  return isOfToday ? "passed" : "changed";
}

/**
 * @param {Passable} quiz
 * @param {Pick<LearnerRecord, "quizzes" | "items">} record
 */
export function isPassed(quiz, record) {
  return stateOf(quiz, record) === "passed";
}
