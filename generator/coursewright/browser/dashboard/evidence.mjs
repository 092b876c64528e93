/**
 * The tries behind all figures. Pure.
 *
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("../record/tries.mjs").Try} Try
 * @typedef {import("../record/tries.mjs").Tried} Tried
 * @typedef {{count: number, first: number, last: number}} Span `count` tries from `first` to `last`, of those
 *   that have a time that may be believed; both are 0 where none has
 * @typedef {{concern: string, id: string, one: Try}} Row
 */

import { turn } from "../record/tries.mjs";
import { dated } from "../review/dates.mjs";

const CONCERNS = /** @type {const} */ (["items", "quizzes", "exams"]);

/**
 * Every try that is listed, in their order.
 *
 * @param {LearnerRecord} record
 * @returns {Row[]}
 */
export function allTries(record) {
  const all = CONCERNS.flatMap((concern) =>
    Object.entries(triedOf(record, concern)).flatMap(([id, { tries }]) =>
      tries.map((one) => ({ concern, id, one })),
    ),
  );
  return all.sort((row, other) => turn(row.one) - turn(other.one));
}

/**
 * Tries at items by the chapter that they belong to, 0 for those that the course asks no longer or has
 * changed since. Those of which only the number is known belong where the first belongs that is listed.
 *
 * @param {import("../review/memories.mjs").Items} items
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 * @returns {Map<number, Span>}
 */
export function spans(items, record, now) {
  const objectiveOf = counted(items);
  /** @type {Map<number, Span>} */
  const found = new Map();
  const add = (/** @type {string} */ id, /** @type {Try | undefined} */ one, count = 1) => {
    const chapter = (one && objectiveOf(id, one)?.[2]) ?? 0;
    found.set(chapter, longer(found.get(chapter), one?.at ?? 0, count));
  };
  for (const [id, { tries, earlier }] of Object.entries(triedOf(record, "items"))) {
    const all = dated(tries, now);
    for (const one of all) add(id, one);
    if (earlier) add(id, all[0], earlier);
  }
  return found;
}

/**
 * @param {Span | undefined} span
 * @param {number} at 0 where nobody knows
 * @param {number} count
 * @returns {Span}
 */
function longer(span = { count: 0, first: 0, last: 0 }, at, count) {
  const first = at && span.first ? Math.min(at, span.first) : at || span.first;
  return { count: span.count + count, first, last: Math.max(at, span.last) };
}

/**
 * How many tries there are, those too of which only the number is known.
 *
 * @param {LearnerRecord} record
 * @param {readonly string[]} [concerns]
 */
export function tryCount(record, concerns = CONCERNS) {
  const entries = concerns.flatMap((concern) => Object.values(triedOf(record, concern)));
  return entries.reduce((sum, { tries, earlier = 0 }) => sum + tries.length + earlier, 0);
}

/**
 * What an answer counts for, if it still does: the course may have changed its item, or asks it no longer.
 *
 * @param {import("../review/memories.mjs").Items} asked
 * @returns {(id: string, one: Try) => import("../review/memories.mjs").ListedObjective | undefined}
 */
export function counted(asked) {
  const listed = new Map(asked.items.map(([id, edition, objective]) => [id, { edition, objective }]));
  return (id, one) => {
    const item = listed.get(id);
    return item?.edition === (one.edition ?? 1) ? asked.objectives[item.objective] : undefined;
  };
}

/**
 * Of how many answers only the number is known.
 *
 * @param {LearnerRecord} record
 */
export function unlisted(record) {
  const entries = Object.values(triedOf(record, "items"));
  return entries.reduce((sum, { earlier = 0 }) => sum + earlier, 0);
}

/**
 * @param {LearnerRecord} record
 * @param {string} concern
 * @returns {Record<string, Tried>}
 */
function triedOf(record, concern) {
  return /** @type {any} */ (record)[concern] ?? {};
}
