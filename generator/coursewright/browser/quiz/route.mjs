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

/**
 * The place of the question that an address names, or -1.
 *
 * @param {readonly Question[]} questions
 * @param {string} hash
 */
export function named(questions, hash) {
  return questions.findIndex(({ field }) => `#${field.id}` === hash);
}

/**
 * The place of the question whose link in the result was followed, or -1. Back leads to the result again.
 *
 * @param {readonly Question[]} questions
 * @param {Event} event
 */
export function followed(questions, event) {
  const missed = event.target instanceof Element ? event.target.closest(".cw-missed a") : null;
  if (!missed) return -1;
  event.preventDefault();
  event.stopPropagation(); // or Material's instant navigation fetches this page anew, and focus is lost
  // Material scrolls to where the entry says that one was.
  history.replaceState({ x: scrollX, y: scrollY }, "");
  history.pushState(null, "", missed.getAttribute("href"));
  return named(questions, location.hash);
}
