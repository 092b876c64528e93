import { isJudged } from "./levels.mjs";
import { isTried, isWhole } from "./shape.mjs";
import { mergedTries } from "./tries.mjs";

/**
 * What a learner's record holds: a concern a row, each with a drawer, a version and migrations of its own.
 *
 * Times are milliseconds since 1970. `read` is 0 for a section that was only opened. A field of a sheet
 * that was emptied says so, or an older copy of the sheet would fill it again. `said`: `sheet/stamp.mjs`.
 * `before` is a sheet as the site knew it that named fields by their place: `takeover.mjs`.
 *
 * @typedef {import("./tries.mjs").Tried} Tried
 * @typedef {{title: string, url: string, at: number, read: number}} Visit
 * @typedef {Record<string, string | boolean>} Fields
 * @typedef {{at: number, said?: number | undefined, fields: Fields,
 *   before?: {at: number, fields: Fields}}} Sheet
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

/** @type {Concern} */
const TRIED = { steps: [], fits: isTried, merged: mergedTries };
/** @type {Record<keyof LearnerRecord, Concern>} */
export const CONCERNS = {
  items: TRIED,
  quizzes: TRIED,
  exams: TRIED,
  sections: { steps: [], fits: isVisit, merged: mergedVisits },
  sheets: { steps: [], fits: isSheet, merged: mergedSheets },
  levels: { steps: [], fits: isJudged, merged: mergedTries },
};
export const NAMES = /** @type {(keyof LearnerRecord)[]} */ (Object.keys(CONCERNS));

/** @param {any} entry */
function isVisit(entry) {
  return [entry?.title, entry?.url].every(isText) && [entry.at, entry.read].every(isWhole);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}

/** @param {any} entry */
function isSheet(entry) {
  return isFilled(entry) && isFilled(entry.before ?? entry);
}

/** @param {any} sheet */
function isFilled(sheet) {
  return isWhole(sheet?.at) && sheet.fields instanceof Object && Object.values(sheet.fields).every(isValue);
}

/** @param {unknown} value */
function isValue(value) {
  return isText(value) || typeof value === "boolean";
}

/**
 * @param {Visit} mine
 * @param {Visit} other
 */
function mergedVisits(mine, other) {
  const [older, newer] = byTime(mine, other);
  return { ...older, ...newer, read: Math.max(mine.read, other.read) };
}

/**
 * @param {Sheet} mine
 * @param {Sheet} other
 */
function mergedSheets(mine, other) {
  const [older, newer] = byTime(mine, other);
  const [before] = [mine.before ?? [], other.before ?? []]
    .flat()
    .sort((one, next) => one.at - next.at)
    .slice(-1);
  return { ...older, ...newer, fields: { ...older.fields, ...newer.fields }, before };
}

/**
 * The earlier one, and the later one; of two at one time this is mine.
 *
 * @template {{at: number}} Entry
 * @param {Entry} mine
 * @param {Entry} other
 * @returns {[Entry, Entry]}
 */
function byTime(mine, other) {
  return /** @type {[Entry, Entry]} */ ([other, mine].sort((one, next) => one.at - next.at));
}
