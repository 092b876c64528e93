import { passes, total } from "../scoring/scoring.mjs";

/** @typedef {Pick<import("../quiz/question.mjs").Question, "id" | "score">} Scored */

/**
 * Whether a sitting that is over reached the cut score; null while that hangs on what is still to be judged.
 *
 * @param {readonly Scored[]} questions
 * @param {readonly string[]} waiting of these, to be judged
 * @param {number} cut in percent
 */
export function standing(questions, waiting, cut) {
  const most = questions.map(({ id, score }) => (waiting.includes(id) ? { points: 1, of: 1 } : score));
  if (passes(total(questions.map(({ score }) => score)), cut)) return true;
  return passes(total(most), cut) ? null : false;
}
