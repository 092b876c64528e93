/**
 * What a learner remembers, by objective: every try at any of its items is one more answer. Pure.
 *
 * @typedef {[id: string, edition: number, objective: number, page: number, competencies: number[]]} Listed
 * @typedef {[text: string, url: string, chapter: number, competencies?: readonly string[]]} ListedObjective
 *   `url` is that of its section
 * @typedef {[id: string, title: string]} ListedCompetency
 * @typedef {object} Items addresses are from the root of the site
 * @property {string[]} pages
 * @property {ListedObjective[]} objectives
 * @property {ListedCompetency[]} competencies
 * @property {Listed[]} items
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("../record/tries.mjs").Try} Try
 * @typedef {import("./fsrs.mjs").Memory} Memory
 * @typedef {object} Remembered
 * @property {number} objective
 * @property {Memory} memory
 * @property {boolean} isKnown after a right answer
 * @property {boolean} isMisled after a wrong one that the learner was sure of
 * @property {Try[]} tries at any of its items, from the first to the last, at times that may be believed
 */

import { dated } from "./dates.mjs";
import { after, retrievability } from "./fsrs.mjs";

/**
 * @param {Items} items
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 * @returns {Remembered[]} of every objective that was ever asked
 */
export function remembered({ objectives, items }, record, now) {
  const tries = objectives.map(() => /** @type {Try[]} */ ([]));
  for (const item of items) tries[item[2]]?.push(...dated(triesOf(item, record), now));
  return tries.flatMap((own, objective) => recalled(objective, own));
}

/**
 * Tries of which nobody knows when they were made count as made just before the first of which it is known.
 *
 * @param {number} objective
 * @param {Try[]} tries
 * @returns {Remembered[]} one, or none where there was no try
 */
function recalled(objective, tries) {
  tries.sort((one, other) => one.at - other.at);
  const first = tries.find(({ at }) => at)?.at ?? 0;
  /** @type {Memory | null} */
  let memory = null;
  for (const one of tries) memory = after(memory, rating(one), one.at || first);
  const last = tries.at(-1);
  if (!memory || !last) return [];
  return [{ objective, memory, isKnown: rating(last) > 1, isMisled: misled(last), tries }];
}

/**
 * When something is due again: by the days of the learner's clock, from the beginning of its day on, and
 * never on the day of an answer, though its next step may be a matter of minutes. So in the course of a day
 * there are only ever fewer.
 *
 * @param {Memory} memory
 * @returns {number} milliseconds since 1970
 */
export function dueFrom({ due, last }) {
  return Math.max(new Date(due).setHours(0, 0, 0, 0), new Date(last).setHours(24, 0, 0, 0));
}

/**
 * Of these what has come back, the forgotten first, and of these what one was sure of.
 *
 * @param {readonly Remembered[]} all
 * @param {number} now
 */
export function due(all, now) {
  const likely = (/** @type {Remembered} */ { memory, isKnown, isMisled }) =>
    Number(isKnown) - Number(isMisled) + retrievability(memory, now);
  return all.filter(({ memory }) => dueFrom(memory) <= now).sort((one, other) => likely(one) - likely(other));
}

/** @param {Try | undefined} last */
export function misled(last) {
  return last?.sure === 3 && last.points < last.of;
}

/**
 * @param {Listed} item
 * @param {LearnerRecord} record
 */
export function triesOf([id, edition], { items }) {
  return (items[id]?.tries ?? []).filter((one) => (one.edition ?? 1) === edition);
}

/**
 * Again for less than half of it, hard for a part, good for all; but what was right by a guess or after a
 * hint was hard.
 *
 * @param {Try} one
 */
function rating({ points, of, sure, hints }) {
  if (points === of) return hints || sure === 1 ? 2 : 3;
  return points * 2 >= of ? 2 : 1;
}
