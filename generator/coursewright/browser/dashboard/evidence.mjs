/**
 * The tries behind all figures. Pure.
 *
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("../record/tries.mjs").Try} Try
 * @typedef {import("../record/tries.mjs").Tried} Tried
 * @typedef {{count: number, first: number, last: number}} Span `count` tries from `first` to `last`
 * @typedef {{concern: string, id: string, one: Try}} Row
 */

const CONCERNS = /** @type {const} */ (["items", "quizzes", "exams"]);

/**
 * Every try that is listed, in the order of time.
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
  return all.sort((row, other) => row.one.at - other.one.at);
}

/**
 * Tries at items by the chapter that they belong to, 0 for those that the course asks no longer or has
 * changed since.
 *
 * @param {import("../review/memories.mjs").Items} items
 * @param {LearnerRecord} record
 * @returns {Map<number, Span>}
 */
export function spans({ objectives, items }, record) {
  const listed = new Map(items.map(([id, edition, objective]) => [id, { edition, objective }]));
  /** @type {Map<number, Span>} */
  const found = new Map();
  for (const { concern, id, one } of allTries(record)) {
    if (concern !== "items") continue;
    const item = listed.get(id);
    const isOfToday = item?.edition === (one.edition ?? 1);
    const chapter = (isOfToday && item && objectives[item.objective]?.[2]) || 0;
    const before = found.get(chapter) ?? { count: 0, first: one.at, last: one.at };
    found.set(chapter, { ...before, count: before.count + 1, last: one.at });
  }
  return found;
}

/**
 * How many tries are only counted: an entry lists its latest ones.
 *
 * @param {LearnerRecord} record
 */
export function unlisted(record) {
  const entries = CONCERNS.flatMap((concern) => Object.values(triedOf(record, concern)));
  return entries.reduce((sum, { earlier = 0 }) => sum + earlier, 0);
}

/**
 * The tries as a table: a heading, then one a row. Names of columns are those of the record's own file.
 *
 * @param {LearnerRecord} record
 * @returns {(string | number)[][]}
 */
export function triesTable(record) {
  const rows = allTries(record).map(({ concern, id, one }) => [
    concern,
    id,
    instant(one.at),
    one.points,
    one.of,
    one.edition ?? 1,
    one.sure ?? "",
    one.hints ?? "",
  ]);
  return [["concern", "id", "at", "points", "of", "edition", "sure", "hints"], ...rows];
}

/**
 * @param {LearnerRecord} record
 * @param {string} concern
 * @returns {Record<string, Tried>}
 */
function triedOf(record, concern) {
  return /** @type {any} */ (record)[concern] ?? {};
}

/**
 * @param {number} at milliseconds since 1970, of any origin
 * @returns {string} in ISO 8601, or nothing for what is no day of a calendar
 */
function instant(at) {
  const day = new Date(at);
  return Number.isNaN(day.getTime()) ? "" : day.toISOString();
}
