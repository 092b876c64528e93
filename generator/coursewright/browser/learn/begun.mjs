/**
 * Quizzes under way. Pure.
 *
 * @typedef {import("./learning.mjs").CatalogueQuiz & {done: number}} BegunQuiz `done` of its questions are
 *   answered
 */

import { quizzesOf } from "./learning.mjs";

/**
 * Quizzes of which some questions are answered and others are open. An answer to an earlier edition of an
 * item is none, as in the quiz itself.
 *
 * @param {Pick<import("./learning.mjs").Catalogue, "chapters" | "quizzes">} catalogue
 * @param {Pick<import("../record/draft.mjs").Draft, "all">} draft
 * @returns {BegunQuiz[]} in the order of the course
 */
export function begunQuizzes(catalogue, draft) {
  return quizzesOf(catalogue).flatMap((quiz) => {
    const done = answered(quiz, draft.all(quiz.id));
    return done && done < quiz.questions ? [{ ...quiz, done }] : [];
  });
}

/**
 * @param {import("./learning.mjs").CatalogueQuiz} quiz
 * @param {Record<string, import("../record/draft.mjs").DraftAnswer | null>} answers by item
 */
function answered({ raised }, answers) {
  const editions = new Map(raised);
  const checked = Object.entries(answers).filter(([, answer]) => answer?.checked);
  return checked.filter(([id, answer]) => answer?.edition === (editions.get(id) ?? 1)).length;
}
