/**
 * What a learner's record tells of what was done, each thing once: tries at items and quizzes, and sections
 * that were read. Pure.
 *
 * `mark` tells the happenings of one entry apart, and grows: a try's place among the others, or the day of
 * reading, for a section is read once a day however often its end is seen.
 *
 * @typedef {import("../record/tries.mjs").Try} Try
 * @typedef {{concern: string, id: string, at: number, mark: number, one?: Try}} Happening
 */
import { turn } from "../record/tries.mjs";

/** Concerns whose entries are tries; one that this site does not know has none. */
const TRIED = ["items", "quizzes", "exams"];
const DAY = 86400000;
/** The last time there is (ECMA-262, 21.4.1.1). */
const LAST = 864e13;

/**
 * @param {import("../record/concerns.mjs").LearnerRecord} record
 * @returns {Happening[]} from the first to the last
 */
export function happenings(record) {
  const tries = TRIED.flatMap((concern) => triesOf(concern, record));
  const all = [...tries, ...readings(record)].filter(({ at }) => at > 0 && at <= LAST);
  return all.sort((one, other) => placeOf(one) - placeOf(other));
}

/** @param {Happening} happening */
function placeOf({ one, at, mark }) {
  return one ? mark : at;
}

/** @param {Happening} happening */
export function named({ concern, id, mark }) {
  return `${concern} ${id} ${mark}`;
}

/**
 * @param {string} concern
 * @param {Record<string, any>} record
 */
function triesOf(concern, record) {
  const entries = /** @type {[string, import("../record/tries.mjs").Tried][]} */ (
    Object.entries(record[concern] ?? {})
  );
  return entries.flatMap(([id, { tries }]) =>
    tries.map((one) => ({ concern, id, at: one.at, mark: turn(one), one })),
  );
}

/** @param {import("../record/concerns.mjs").LearnerRecord} record */
function readings({ sections }) {
  return Object.entries(sections).map(([id, { read: at }]) => {
    return { concern: "sections", id, at, mark: Math.floor(at / DAY) };
  });
}
