import { isJudged, mergedJudgements } from "./levels.mjs";
import { isTried, mergedTries } from "./tries.mjs";

/**
 * What a learner's record holds: a concern a row, each with a drawer, a version and migrations of its own.
 *
 * Times are milliseconds since 1970. `read` is 0 for a section that was only opened. A field of a sheet
 * that was emptied says so, or an older copy of the sheet would fill it again. `before` is a sheet as the
 * site knew it that named fields by their place: `takeover.mjs`.
 *
 * @typedef {import("./tries.mjs").Tried} Tried
 * @typedef {{title: string, url: string, at: number, read: number}} Visit
 * @typedef {Record<string, string | boolean>} Fields
 * @typedef {{at: number, fields: Fields, before?: {at: number, fields: Fields}}} Sheet
 * @typedef {{
 *   items: Record<string, Tried>,
 *   quizzes: Record<string, Tried>,
 *   exams: Record<string, Tried>,
 *   sections: Record<string, Visit>,
 *   sheets: Record<string, Sheet>,
 *   levels: Record<string, import("./levels.mjs").Judged>,
 * }} LearnerRecord
 *
 * @typedef {(contents: any) => any} Step
 * @typedef {object} Concern
 * @property {readonly Step[]} steps the step at n - 1 turns version n into n + 1; a version is for what an
 *   older reader would get wrong, and what it would merely not know needs none
 * @property {(entry: any) => boolean} fits whether an entry can be used; one that cannot is kept as it is
 * @property {(mine: any, other: any) => any} merged one entry of two, whichever comes first
 */

/** @type {Record<keyof LearnerRecord, Concern>} */
export const CONCERNS = {
  items: { steps: [], fits: isTried, merged: mergedTries },
  quizzes: { steps: [], fits: isTried, merged: mergedTries },
  exams: { steps: [], fits: isTried, merged: mergedTries },
  sections: { steps: [], fits: isVisit, merged: mergedVisits },
  sheets: { steps: [], fits: isSheet, merged: mergedSheets },
  levels: { steps: [], fits: isJudged, merged: mergedJudgements },
};
export const NAMES = /** @type {(keyof LearnerRecord)[]} */ (Object.keys(CONCERNS));

/** @param {any} entry */
function isVisit(entry) {
  return [entry?.title, entry?.url].every(isText) && [entry.at, entry.read].every(Number.isFinite);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}

/** @param {any} entry */
function isSheet(entry) {
  return Number.isFinite(entry?.at) && entry.fields instanceof Object;
}

/**
 * @param {Visit} mine
 * @param {Visit} other
 */
function mergedVisits(mine, other) {
  return { ...inTurn(mine, other), read: Math.max(mine.read, other.read) };
}

/**
 * @param {Sheet} mine
 * @param {Sheet} other
 */
function mergedSheets(mine, other) {
  const [older, newer] = byTime(mine, other);
  const befores = [mine.before, other.before].filter((before) => before !== undefined);
  const before = befores.reduce(
    (/** @type {Sheet["before"]} */ last, one) => (last && last.at >= one.at ? last : one),
    undefined,
  );
  return { ...older, ...newer, fields: { ...older.fields, ...newer.fields }, ...(before && { before }) };
}

/**
 * The later entry over the earlier one.
 *
 * @template {{at: number}} Entry
 * @param {Entry} mine
 * @param {Entry} other
 * @returns {Entry}
 */
function inTurn(mine, other) {
  const [older, newer] = byTime(mine, other);
  return { ...older, ...newer };
}

/**
 * @template {{at: number}} Entry
 * @param {Entry} mine
 * @param {Entry} other
 * @returns {[Entry, Entry]}
 */
function byTime(mine, other) {
  return other.at > mine.at ? [mine, other] : [other, mine];
}
