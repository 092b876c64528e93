/**
 * Where a learner stands: the catalogue of the course against the record. Pure.
 *
 * @typedef {{id: string, title: string, url: string, minutes: number}} Section
 * @typedef {{id: string, title: string, url: string, cut: number, questions: number,
 *   raised?: import("./passed.mjs").Passable["raised"]}} CatalogueQuiz
 * @typedef {{id: string, number: number, title: string, url: string, sections: Section[],
 *   quizzes: CatalogueQuiz[]}} Chapter
 * @typedef {{id: string, title: string, cut: number}} CatalogueExam
 * @typedef {{chapters: Chapter[], quizzes?: CatalogueQuiz[], exams?: CatalogueExam[]}} Catalogue `quizzes`
 *   are those across chapters
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 */

import { lastTry } from "../record/tries.mjs";
import { believed } from "../sheet/stamp.mjs";
import { isPassed } from "./passed.mjs";

/**
 * All quizzes of the course in its order.
 *
 * @param {Pick<Catalogue, "chapters" | "quizzes">} catalogue
 */
export function quizzesOf({ chapters, quizzes = [] }) {
  return [...chapters.flatMap((chapter) => chapter.quizzes), ...quizzes];
}

/**
 * Whether nothing was ever read, answered or filled in.
 *
 * @param {LearnerRecord} record
 */
export function isEmpty(record) {
  return Object.values(record).every((entries) => !Object.keys(entries).length);
}

/**
 * The steps of a chapter that are done: a section is one once it is read, a quiz once it is passed.
 *
 * @param {Chapter} chapter
 * @param {LearnerRecord} record
 */
export function steps({ sections, quizzes }, record) {
  const read = sections.filter(({ id }) => record.sections[id]?.read).length;
  const passed = quizzes.filter((quiz) => isPassed(quiz, record)).length;
  return { done: read + passed, total: sections.length + quizzes.length };
}

/**
 * The section opened last; its address is the one it had then.
 *
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 */
export function lastVisit({ sections }, now) {
  const visits = Object.entries(sections).map(([id, visit]) => ({ id, ...visit }));
  return visits.reduce(
    (/** @type {typeof visits[0] | null} */ last, visit) =>
      last && when(last, now) >= when(visit, now) ? last : visit,
    null,
  );
}

/**
 * What is still to be done, in turn: the unread sections of the chapter under way, the quizzes of it that
 * are not passed, then the same of the chapters after it, then of those before.
 *
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 * @returns {(Section | CatalogueQuiz)[]}
 */
export function stepsAhead({ chapters }, record, now) {
  const here = chapters.indexOf(/** @type {Chapter} */ (chapterUnderWay(chapters, record, now)));
  const inTurn = [...chapters.slice(here), ...chapters.slice(0, here)];
  return inTurn.flatMap(({ sections, quizzes }) => [
    ...sections.filter(({ id }) => !record.sections[id]?.read),
    ...quizzes.filter((quiz) => !isPassed(quiz, record)),
  ]);
}

/**
 * What to do next. Null when all is done.
 *
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 */
export function nextStep(catalogue, record, now) {
  return stepsAhead(catalogue, record, now)[0] ?? null;
}

/**
 * Quizzes taken and not passed.
 *
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 */
export function due(catalogue, record) {
  return quizzesOf(catalogue).filter((quiz) => lastTry(record.quizzes[quiz.id]) && !isPassed(quiz, record));
}

/**
 * @param {Chapter[]} chapters
 * @param {LearnerRecord} record
 * @param {number} now
 */
function chapterUnderWay(chapters, { sections, quizzes }, now) {
  const latest = chapters.map((chapter) =>
    Math.max(
      0,
      ...chapter.sections.map(({ id }) => when(sections[id], now)),
      ...chapter.quizzes.map(({ id }) => when(lastTry(quizzes[id]), now)),
    ),
  );
  return chapters[latest.indexOf(Math.max(...latest))];
}

/**
 * When that was, 0 also for never.
 *
 * @param {import("../sheet/stamp.mjs").Stamp | undefined} one
 * @param {number} now
 */
function when(one, now) {
  return one ? believed(one, now) : 0;
}
