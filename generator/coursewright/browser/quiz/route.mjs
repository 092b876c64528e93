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
 * The place of the question that the address names, or -1.
 *
 * @param {readonly Question[]} questions
 */
export function named(questions) {
  return questions.findIndex(({ field }) => `#${field.id}` === location.hash);
}

/**
 * Be at a place: an address that names another question would lead away from it, at a reload or by Back.
 *
 * @param {readonly Question[]} questions
 * @param {number} at
 */
export function stay(questions, at) {
  if (![-1, at].includes(named(questions))) history.replaceState(null, "", location.pathname);
}

/**
 * Note in the address from which question a link leads away: back leads to it again. One that opens elsewhere
 * leads nobody away.
 *
 * @param {MouseEvent} event
 * @param {Question | undefined} question
 */
export function leave({ target, ctrlKey, metaKey }, question) {
  const isLink = !ctrlKey && !metaKey && /** @type {Element} */ (target).closest("a");
  if (isLink && question) history.replaceState(history.state, "", `#${question.field.id}`);
}
