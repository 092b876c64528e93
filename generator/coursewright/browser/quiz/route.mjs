/** @typedef {import("./question.mjs").Question} Question */

/**
 * The place of the first question without an answer, or after the last.
 *
 * @param {readonly Question[]} questions
 */
export function open(questions) {
  const found = questions.findIndex(({ answered }) => !answered);
  return found < 0 ? questions.length : found;
}

/**
 * The place of the next question that is wanted, else of the first without an answer, or after the last.
 *
 * @param {readonly Question[]} questions
 * @param {number} at where one is
 * @param {(question: Question) => boolean} isWanted
 */
export function following(questions, at, isWanted) {
  const found = questions.findIndex((question, place) => place > at && isWanted(question));
  return found < 0 ? open(questions) : found;
}
