/**
 * A share as so many of the questions, to a tenth and rounded down: the result of a quiz or an exam.
 *
 * @param {import("./scoring.mjs").Score} score
 * @param {number} questions
 */
export function inQuestions({ points, of }, questions) {
  return Math.floor((points * questions * 10) / of) / 10;
}
