/**
 * Records of the site that kept everything under one key, and that told the fields of a sheet apart by
 * their place on the page.
 *
 * Its text stays where it is: a tab that is still open goes on writing there, and then it is taken over
 * again. What such a tab writes has no mark.
 */

const MARK = ',"taken":true}';

/** @param {string} text */
export function isTaken(text) {
  return text.endsWith(MARK);
}

/**
 * @param {string} text of a record
 * @returns {string} the same, marked as taken over
 */
export function marked(text) {
  return text.trimEnd().slice(0, -1) + MARK;
}

/**
 * What is in such a record, as the entries of our drawers; null when it is none.
 *
 * @param {any} record
 * @returns {Partial<import("./concerns.mjs").LearnerRecord> | null}
 */
export function entriesBefore(record) {
  if (record?.version !== 1) return null;
  return {
    items: each(record.items, answered),
    quizzes: each(record.quizzes, finished),
    sections: record.sections,
    sheets: each(record.sheets, (sheet) => ({ at: 0, fields: {}, before: sheet })),
  };
}

/**
 * Only the last of the tries was known.
 *
 * @param {{right: boolean, tries: number, at: number}} answer
 */
function answered({ right, tries, at }) {
  return { tries: [{ at, points: right ? 1 : 0, of: 1 }], earlier: tries - 1 };
}

/** @param {{score: number, total: number, passed: boolean, at: number}} result */
function finished({ score, total, passed, at }) {
  return { tries: [{ at, points: score, of: total, passed }] };
}

/**
 * @template Entry
 * @param {unknown} entries of any origin
 * @param {(entry: any) => Entry} made
 * @returns {Record<string, Entry>}
 */
function each(entries, made) {
  const all = Object.entries(entries ?? {});
  return Object.fromEntries(all.map(([id, entry]) => [id, entry instanceof Object ? made(entry) : entry]));
}
