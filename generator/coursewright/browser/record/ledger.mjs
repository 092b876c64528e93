import { passes, total } from "../scoring/scoring.mjs";
import { tried } from "./tries.mjs";

/** @typedef {import("../scoring/scoring.mjs").Score} Score */

/**
 * Enter a try at an item; how sure one was, and the hints opened before it, where there is something to say.
 *
 * @param {import("./store.mjs").Store} store
 * @param {Pick<import("../quiz/question.mjs").Question, "id" | "edition" | "score" | "response" | "sure"
 *   | "hints">} question
 * @param {number} [at] when it was answered
 */
export function recordAnswer(store, question, at = Date.now()) {
  const { id, edition, score: { points, of }, response, sure, hints } = question;
  const one = {
    at,
    points,
    of,
    ...(edition > 1 && { edition }),
    ...(sure && { sure }),
    ...(hints && { hints }),
    response,
  };
  store.put("items", id, (old) => tried(old, one));
}

/**
 * Enter the result of a quiz: the share of all it is worth, in lowest terms.
 *
 * @param {import("./store.mjs").Store} store
 * @param {string} quiz
 * @param {readonly {score: Score}[]} questions
 * @param {number} cut in percent
 */
export function recordResult(store, quiz, questions, cut) {
  const reached = total(questions.map(({ score }) => score));
  store.put("quizzes", quiz, (old) =>
    tried(old, { at: Date.now(), ...reached, passed: passes(reached, cut) }),
  );
}
