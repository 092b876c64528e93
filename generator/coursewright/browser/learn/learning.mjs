/**
 * Where a learner stands: the catalogue of the course against the record. Pure.
 *
 * @typedef {{id: string, title: string, url: string}} Section
 * @typedef {{id: string, title: string, url: string, cut: number}} CatalogueQuiz
 * @typedef {{id: string, number: number, title: string, url: string, sections: Section[],
 *   items: [id: string, edition: number][], quizzes: CatalogueQuiz[]}} Chapter
 * @typedef {{chapters: Chapter[], quizzes?: CatalogueQuiz[]}} Catalogue `quizzes` are those across chapters
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 */

import { lastTry } from "../record/tries.mjs";
import { passes } from "../scoring/scoring.mjs";

/**
 * Whether nothing was ever read, answered or filled in.
 *
 * @param {LearnerRecord} record
 */
export function isEmpty(record) {
  return Object.values(record).every((entries) => !Object.keys(entries).length);
}

/**
 * Items whose latest answer is right. An answer to an earlier edition of an item counts as none.
 *
 * @param {Chapter} chapter
 * @param {LearnerRecord} record
 */
export function mastery({ items }, record) {
  const right = items.filter(([id, edition]) => isRight(lastTry(record.items[id]), edition));
  return { right: right.length, total: items.length };
}

/**
 * @param {import("../record/tries.mjs").Try | undefined} one
 * @param {number} edition
 */
function isRight(one, edition) {
  return one !== undefined && one.points === one.of && (one.edition ?? 1) === edition;
}

/**
 * @param {Chapter} chapter
 * @param {LearnerRecord} record
 */
export function reading({ sections }, record) {
  return { read: sections.filter(({ id }) => record.sections[id]?.read).length, total: sections.length };
}

/**
 * The section opened last; its address is the one it had then.
 *
 * @param {LearnerRecord} record
 */
export function lastVisit({ sections }) {
  const visits = Object.entries(sections).map(([id, visit]) => ({ id, ...visit }));
  return visits.reduce(
    (/** @type {typeof visits[0] | null} */ last, visit) => (last && last.at >= visit.at ? last : visit),
    null,
  );
}

/**
 * What to do next: the first unread section of the chapter under way, else a quiz of it that is
 * not passed, else the same of the chapters after it, then of those before. Null when all is done.
 *
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 * @returns {Section | CatalogueQuiz | null}
 */
export function nextStep({ chapters }, record) {
  const here = chapters.indexOf(/** @type {Chapter} */ (chapterUnderWay(chapters, record)));
  const inTurn = [...chapters.slice(here), ...chapters.slice(0, here)];
  const steps = inTurn.flatMap(({ sections, quizzes }) => [
    ...sections.filter(({ id }) => !record.sections[id]?.read),
    ...quizzes.filter((quiz) => !isPassed(quiz, record)),
  ]);
  return steps[0] ?? null;
}

/**
 * Quizzes taken and still below their cut score.
 *
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 */
export function due({ chapters, quizzes = [] }, record) {
  const all = [...chapters.flatMap((chapter) => chapter.quizzes), ...quizzes];
  return all.filter((quiz) => lastTry(record.quizzes[quiz.id]) && !isPassed(quiz, record));
}

/**
 * By the cut score of today, for it may have changed since.
 *
 * @param {CatalogueQuiz} quiz
 * @param {LearnerRecord} record
 */
function isPassed({ id, cut }, record) {
  const last = lastTry(record.quizzes[id]);
  return last !== undefined && passes(last, cut);
}

/**
 * @param {Chapter[]} chapters
 * @param {LearnerRecord} record
 */
function chapterUnderWay(chapters, { sections, quizzes }) {
  const latest = chapters.map((chapter) =>
    Math.max(
      0,
      ...chapter.sections.map(({ id }) => sections[id]?.at ?? 0),
      ...chapter.quizzes.map(({ id }) => lastTry(quizzes[id])?.at ?? 0),
    ),
  );
  return chapters[latest.indexOf(Math.max(...latest))];
}
