import { passes, score } from "../scoring/scoring.mjs";

/**
 * Enter an answer. Tries count from one again when the item has changed.
 *
 * @param {import("./store.mjs").Store} store
 * @param {{id: string, digest: string, verdict: import("../scoring/scoring.mjs").Verdict}} question
 */
export function recordAnswer(store, { id, digest, verdict }) {
  store.update(({ items }) => {
    const old = items[id];
    const tries = old?.digest === digest ? old.tries + 1 : 1;
    items[id] = { digest, right: verdict === "right", tries, at: Date.now() };
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
