/**
 * The tries behind all figures. Pure.
 *
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("../record/tries.mjs").Try} Try
 * @typedef {import("../record/tries.mjs").Tried} Tried
 * @typedef {import("../learn/learning.mjs").Catalogue} Catalogue
 * @typedef {{count: number, first: number, last: number}} Span `count` tries from `first` to `last`
 * @typedef {{concern: string, id: string, one: Try}} Row
 */

import { inQuestions } from "../scoring/questions.mjs";
import { percent } from "../scoring/scoring.mjs";
import { quizzesOf } from "./results.mjs";

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
function counted(asked) {
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
 * The tries as a table: a heading, then one a row. Names of columns are those of the record's own file, but
 * for what an answer counts for: its chapter and objective, so that mastery can be computed from the table.
 * A result has its points in questions, as the page of the quiz or exam shows it, or in percent where the
 * course has the quiz no more.
 *
 * @param {import("../review/memories.mjs").Items} items
 * @param {LearnerRecord} record
 * @param {Pick<Catalogue, "chapters" | "quizzes">} catalogue
 * @returns {(string | number)[][]}
 */
export function triesTable(items, record, catalogue) {
  const sizes = new Map(quizzesOf(catalogue).map(({ id, questions }) => [id, questions]));
  const objectiveOf = counted(items);
  const rows = allTries(record).map(({ concern, id, one }) => [
    concern,
    id,
    instant(one.at),
    ...worth(one, concern, sizes.get(id)),
    one.edition ?? 1,
    one.sure ?? "",
    one.hints ?? "",
    ...counts(concern === "items" ? objectiveOf(id, one) : undefined),
  ]);
  const own = ["concern", "id", "at", "points", "of", "edition", "sure", "hints"];
  return [[...own, "chapter", "objective"], ...rows];
}

/**
 * @param {any} one a try of any origin
 * @param {string} concern
 * @param {number | undefined} questions that the course has in the quiz
 * @returns {[points: number, of: number]}
 */
function worth(one, concern, questions) {
  if (concern === "items") return [one.points, one.of];
  const asked = concern === "exams" ? one.questions?.length : questions;
  return asked > 0 ? [inQuestions(one, asked), asked] : [percent(one), 100];
}

/** @param {import("../review/memories.mjs").ListedObjective | undefined} objective */
function counts(objective) {
  return objective ? [objective[2], objective[0]] : ["", ""];
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
