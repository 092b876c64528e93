import { editionOf } from "./record.mjs";
import { passes, score } from "../scoring/scoring.mjs";

/**
 * Enter an answer. Tries count from one again in a new edition of the item.
 *
 * @param {import("./store.mjs").Store} store
 * @param {{id: string, edition: number, verdict: import("../scoring/scoring.mjs").Verdict}} question
 */
export function recordAnswer(store, { id, edition, verdict }) {
  store.update(({ items }) => {
    const old = items[id];
    const tries = old && editionOf(old) === edition ? old.tries + 1 : 1;
    items[id] = { edition, right: verdict === "right", tries, at: Date.now() };
  });
}

/**
 * Enter the result of a quiz.
 *
 * @param {import("./store.mjs").Store} store
 * @param {string} quiz
 * @param {readonly {verdict: import("../scoring/scoring.mjs").Verdict}[]} questions
 * @param {number} cut in percent
 */
export function recordResult(store, quiz, questions, cut) {
  const result = score(questions.map(({ verdict }) => verdict));
  const passed = passes(result.score, result.total, cut);
  store.update(({ quizzes }) => (quizzes[quiz] = { ...result, passed, at: Date.now() }));
}
