/**
 * What to do in the next ten minutes. Pure: the same record at the same time gives the same plan.
 *
 * First what is nearly forgotten, then a quiz under way, then what comes next in the course, then the
 * questions at the end of a section that was read, then a quiz below its cut score, then what comes later.
 * A review and a question take about a minute, a section what its page says. A quiz is kept while it is
 * under way, so part of it may be done.
 *
 * @typedef {"review" | "check" | "quiz" | "section" | "new quiz" | "begun quiz"} Kind
 * @typedef {{kind: Kind, title: string, url: string, minutes: number, total: number}} Step `minutes` of
 *   `total` are for now; `url` is from the root of the site
 * @typedef {import("../learn/learning.mjs").Catalogue} Catalogue
 * @typedef {import("../review/memories.mjs").Items} Items
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 */

import { due as belowCut, stepsAhead } from "../learn/learning.mjs";
import { lastTry } from "../record/tries.mjs";
import { due, remembered } from "../review/memories.mjs";

export const TIME = 10;
/** From so many minutes on it is a plan; so many more than ten are still about ten. */
const [ENOUGH, GRACE] = [8, 2];
/** So many reviews at first, that something else has its place beside them. */
const REVIEWS = 5;
/** It is not worth to begin a quiz for fewer questions. */
const LEAST_OF_QUIZ = 3;
const REVIEW = "quizzes/review/";

/**
 * @param {Catalogue} catalogue
 * @param {Items | null} items
 * @param {LearnerRecord} record
 * @param {readonly import("../learn/begun.mjs").BegunQuiz[]} begun
 * @param {number} now in milliseconds since 1970
 * @returns {Step[]} of about ten minutes in all; none when nothing is left to do
 */
export function plan(catalogue, items, record, begun, now) {
  const back = items ? due(remembered(items, record, now), now).length : 0;
  const reviews = back ? [step("review", { title: "", url: REVIEW }, Math.min(back, REVIEWS), back)] : [];
  const [next, ...later] = ahead(catalogue, record, now);
  const half = begun.map((quiz) => step("begun quiz", quiz, quiz.questions - quiz.done));
  const [check] = checks(catalogue, items, record);
  const first = [...reviews, ...half, ...[next, check].filter((one) => one !== undefined)];
  const taken = fitting([...first, ...quizzes(catalogue, record), ...later]);
  return taken.map((one) =>
    one.kind === "review" ? { ...one, minutes: Math.min(back, one.minutes + left(taken)) } : one,
  );
}

/** @param {readonly Step[]} steps */
export function minutesOf(steps) {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** @param {readonly Step[]} steps */
function left(steps) {
  return Math.max(0, TIME - minutesOf(steps));
}

/** @param {readonly Step[]} wanted in turn */
function fitting(wanted) {
  /** @type {Step[]} */
  const taken = [];
  for (const one of wanted) {
    if (minutesOf(taken) >= ENOUGH || taken.some(({ url }) => url === one.url)) continue;
    const part = fitted(one, taken);
    if (part) taken.push(part);
  }
  return taken;
}

/**
 * @param {Step} one
 * @param {readonly Step[]} taken
 * @returns {Step | null} what of it there is time for
 */
function fitted(one, taken) {
  const time = left(taken);
  const isQuiz = one.kind.endsWith("quiz");
  if (!isQuiz && one.minutes <= time + GRACE) return one;
  const isBegun = isQuiz ? time >= LEAST_OF_QUIZ : !taken.length;
  return isBegun ? { ...one, minutes: Math.min(one.minutes, time) } : null;
}

/**
 * Questions that only a section that was read asks, and that were never answered.
 *
 * @param {Catalogue} catalogue
 * @param {Items | null} items
 * @param {LearnerRecord} record
 */
function checks({ chapters }, items, record) {
  const open = new Map();
  for (const [id, , , page] of items?.items ?? []) {
    const url = items?.pages[page];
    if (!lastTry(record.items[id])) open.set(url, (open.get(url) ?? 0) + 1);
  }
  const read = chapters.flatMap(({ sections }) => sections).filter(({ id }) => record.sections[id]?.read);
  return read
    .filter(({ url }) => open.has(url))
    .map((section) => step("check", section, open.get(section.url)));
}

/**
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 */
function quizzes(catalogue, record) {
  return belowCut(catalogue, record).map((quiz) => step("quiz", quiz, quiz.questions));
}

/**
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 * @param {number} now
 */
function ahead(catalogue, record, now) {
  return stepsAhead(catalogue, record, now).map((one) => {
    if ("minutes" in one) return step("section", one, one.minutes);
    return step(record.quizzes[one.id] ? "quiz" : "new quiz", one, one.questions);
  });
}

/**
 * @param {Kind} kind
 * @param {{title: string, url: string}} place
 * @param {number} minutes
 * @param {number} [total]
 * @returns {Step}
 */
function step(kind, { title, url }, minutes, total = minutes) {
  return { kind, title, url, minutes, total };
}
