/**
 * Which questions a review asks, of what is due and of what was wrong. Pure.
 *
 * @typedef {import("./memories.mjs").Items} Items
 * @typedef {import("./memories.mjs").Listed} Listed
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("../record/tries.mjs").Try} Try
 */

import { dated } from "./dates.mjs";
import { misled, triesOf } from "./memories.mjs";

/**
 * The item of an objective that was asked longest ago, or never: not the last one where there is another.
 *
 * @param {Items} items
 * @param {number} objective
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 * @returns {Listed[]} one, or none
 */
export function itemFor({ items }, objective, record, now) {
  const asked = (/** @type {Listed} */ [id]) => dated(record.items[id]?.tries ?? [], now).at(-1)?.at ?? 0;
  const own = items.filter((item) => item[2] === objective);
  return own.sort((one, other) => asked(one) - asked(other)).slice(0, 1);
}

/**
 * Items whose last answer was not right: first those of which one was sure, and the latest first.
 *
 * @param {Items} items
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 */
export function missed({ items }, record, now) {
  const last = (/** @type {Listed} */ item) => dated(triesOf(item, record), now).at(-1);
  const isMissed = (/** @type {Try | undefined} */ one) => one !== undefined && one.points < one.of;
  return items
    .filter((item) => isMissed(last(item)))
    .sort((one, other) => (last(other)?.at ?? 0) - (last(one)?.at ?? 0))
    .sort((one, other) => Number(isMisled(other, record)) - Number(isMisled(one, record)));
}

/**
 * Whether the last answer to an item was not right though the learner was sure of it.
 *
 * @param {Listed} item
 * @param {LearnerRecord} record
 */
export function isMisled(item, record) {
  return misled(triesOf(item, record).at(-1));
}
