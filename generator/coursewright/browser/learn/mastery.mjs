/**
 * How much of what a course asks is mastered, from the tries alone. Pure.
 *
 * Of an objective: the mean share of its last three tries, times how likely it is still known at that
 * moment (FSRS-6, `review/fsrs.mjs`). One try alone counts as one of two, for one right answer may have been
 * a guess. The last tries say what a learner can do by now, not how often they failed on the way; the
 * likelihood takes away what was right once, long ago, and gives it back when it is reviewed. An objective
 * that was never asked counts as none, so that a mean over some objectives is nearly 1 only when nearly
 * all of them were asked and are known. Objectives that no question asks about are no part of it.
 *
 * With one right answer more no mastery is less, now or later: the share does not fall, nor the stability.
 */

import { retrievability } from "../review/fsrs.mjs";
import { remembered } from "../review/memories.mjs";

/**
 * @typedef {import("../review/memories.mjs").Items} Items
 * @typedef {import("../review/memories.mjs").ListedObjective} ListedObjective
 * @typedef {{share: number, asked: number, total: number}} Standing the mean `share` in [0, 1] of `total`
 *   objectives, `asked` of which have evidence
 */

const [TRIES, LEAST] = [3, 2];

/**
 * The mastery of every objective that was ever asked, by its place in the list.
 *
 * @param {Items} items
 * @param {import("../record/concerns.mjs").LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 * @returns {Map<number, number>}
 */
export function mastery(items, record, now) {
  return new Map(
    remembered(items, record, now).map(({ objective, memory, tries }) => [
      objective,
      shown(tries.slice(-TRIES)) * retrievability(memory, now),
    ]),
  );
}

/**
 * The standing of whatever objectives belong to: a chapter, a section, competencies.
 *
 * @template Key
 * @param {Items} items
 * @param {Map<number, number>} known
 * @param {(objective: ListedObjective) => readonly Key[]} keysOf
 * @returns {Map<Key, Standing>}
 */
export function standings({ objectives }, known, keysOf) {
  /** @type {Map<Key, Standing>} */
  const found = new Map();
  objectives.forEach((objective, at) => {
    for (const key of keysOf(objective)) found.set(key, withOne(found.get(key), known.get(at)));
  });
  return found;
}

/** @type {(objective: ListedObjective) => readonly number[]} */
export const byChapter = ([, , chapter]) => [chapter];
/** @type {(objective: ListedObjective) => readonly string[]} */
export const bySection = ([, url]) => [url];
/** @type {(objective: ListedObjective) => readonly string[]} */
export const byCompetency = ([, , , competencies = []]) => competencies;

/**
 * A standing in whole percent, rounded down.
 *
 * @param {Standing | undefined} standing
 */
export function inPercent(standing) {
  // 0.29 * 100 is a little less than 29.
  return Math.floor((standing?.share ?? 0) * 100 + 1e-9);
}

/** @param {readonly import("../record/tries.mjs").Try[]} tries */
function shown(tries) {
  const sum = tries.reduce((all, { points, of }) => all + Math.min(1, points / of), 0);
  return sum / Math.max(tries.length, LEAST);
}

/**
 * @param {Standing | undefined} before
 * @param {number | undefined} known
 * @returns {Standing}
 */
function withOne({ share, asked, total } = { share: 0, asked: 0, total: 0 }, known) {
  return {
    share: (share * total + (known ?? 0)) / (total + 1),
    asked: asked + Number(known !== undefined),
    total: total + 1,
  };
}
