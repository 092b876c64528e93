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
export function spans(items, record) {
  const objectiveOf = counted(items);
  /** @type {Map<number, Span>} */
  const found = new Map();
  for (const { id, one } of answers(record)) {
    const chapter = objectiveOf(id, one)?.[2] ?? 0;
    const before = found.get(chapter) ?? { count: 0, first: one.at, last: one.at };
    found.set(chapter, { ...before, count: before.count + 1, last: one.at });
  }
  return found;
}

/**
 * Every answer to a question that is listed, in the order of time.
 *
 * @param {LearnerRecord} record
 */
export function answers(record) {
  return allTries(record).filter(({ concern }) => concern === "items");
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
 * How many answers are only counted: an entry lists its latest ones.
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
