/**
 * The figures of a transcript. Pure.
 *
 * @typedef {import("../learn/learning.mjs").Catalogue} Catalogue
 * @typedef {import("../learn/learning.mjs").Chapter} Chapter
 * @typedef {import("../learn/mastery.mjs").Standing} Standing
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("../record/tries.mjs").Try} Try
 * @typedef {import("../record/tries.mjs").Tried} Tried
 * @typedef {import("../review/memories.mjs").Items} Items
 * @typedef {import("../review/memories.mjs").Listed} Listed
 * @typedef {{chapter: Chapter, read: number, standing: Standing | undefined, answered: number,
 *   items: number}} ChapterResult
 * @typedef {{title: string, cut: number | null, best: Try | undefined, last: Try | undefined, count: number,
 *   state: import("../learn/passed.mjs").State}} Result `cut` is null where the course says none; tries are
 *   at times that may be believed
 */

import { quizzesOf } from "../learn/learning.mjs";
import { byChapter, mastery, standings } from "../learn/mastery.mjs";
import { stateOf } from "../learn/passed.mjs";
import { isTried } from "../record/shape.mjs";
import { bestTry } from "../record/tries.mjs";
import { daysTold } from "./days.mjs";

/**
 * @param {Catalogue} catalogue
 * @param {Items | null} items
 * @param {LearnerRecord} record
 * @param {number} now
 * @returns {ChapterResult[]}
 */
export function chapterResults({ chapters }, items, record, now) {
  const known = items ? standings(items, mastery(items, record, now), byChapter) : new Map();
  const own = itemsByChapter(items ?? { pages: [], objectives: [], competencies: [], items: [] });
  return chapters.map((chapter) => {
    const asked = own.get(chapter.number) ?? [];
    const answered = asked.filter(([id, edition]) => isAnswered(record.items[id], edition));
    return {
      chapter,
      read: chapter.sections.filter(({ id }) => record.sections[id]?.read).length,
      standing: known.get(chapter.number),
      answered: answered.length,
      items: asked.length,
    };
  });
}

/** @param {Items} items */
function itemsByChapter({ objectives, items }) {
  /** @type {Map<number, Listed[]>} */
  const found = new Map();
  for (const item of items) {
    const chapter = objectives[item[2]]?.[2] ?? 0;
    const own = found.get(chapter);
    if (own) own.push(item);
    else found.set(chapter, [item]);
  }
  return found;
}

/**
 * Results of all quizzes of the course in its order, of those never taken too.
 *
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 * @param {number} now
 * @returns {Result[]}
 */
export function quizResults(catalogue, record, now) {
  return quizzesOf(catalogue).map((quiz) => ({
    ...told(quiz.title, record.quizzes[quiz.id], now),
    cut: quiz.cut,
    state: stateOf(quiz, record),
  }));
}

/**
 * Results of mock exams that were taken, also of such as the course has no more.
 *
 * @param {Catalogue} catalogue
 * @param {LearnerRecord} record
 * @param {number} now
 * @returns {Result[]}
 */
export function examResults({ exams = [] }, record, now) {
  return Object.entries(record.exams).flatMap(([id, entry]) => {
    if (!isTried(entry)) return [];
    const exam = exams.find((one) => one.id === id);
    const result = told(exam?.title ?? id, entry, now);
    if (exam) {
      return [{ ...result, cut: exam.cut, state: stateOf(exam, { ...record, quizzes: record.exams }) }];
    }
    const state = result.best?.passed === true ? "passed" : "below";
    return [{ ...result, cut: cutOf(result.last), state }];
  });
}

/**
 * The cut score that a sitting had, where it says one.
 *
 * @param {any} one a try of any origin
 */
function cutOf(one) {
  return typeof one?.cut === "number" && one.cut >= 0 && one.cut <= 100 ? one.cut : null;
}

/**
 * @param {string} title
 * @param {Tried | undefined} entry
 * @param {number} now
 */
function told(title, entry, now) {
  const { earlier = 0, best = [] } = entry ?? {};
  const tries = daysTold(entry?.tries ?? [], now);
  const all = [...daysTold([best].flat(), now), ...tries];
  return { title, best: bestTry({ tries: all }), last: tries.at(-1), count: tries.length + earlier };
}

/**
 * @param {Tried | undefined} entry
 * @param {number} edition
 */
function isAnswered(entry, edition) {
  return (entry?.tries ?? []).some((one) => (one.edition ?? 1) === edition);
}
