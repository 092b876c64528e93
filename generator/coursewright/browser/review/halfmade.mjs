import { draft } from "../record/device.mjs";

/** Under which answers of a review are kept; no quiz has this id. */
const REVIEW = ":review";

/**
 * Keep what is made of an answer so far, until it is checked.
 *
 * @param {import("../quiz/question.mjs").Question} question
 * @param {number} last the place of the last try at the item
 */
export function keepHalfMade({ id, edition, response, answered, sure, hints }, last) {
  draft.keep(REVIEW, id, answered ? null : { edition, response, checked: false, sure, hints, last });
}

/**
 * Go on with what was made of an answer, unless the item was answered since, or has a new edition.
 *
 * @param {import("../quiz/question.mjs").Question} question
 * @param {number} last
 */
export function restoreHalfMade(question, last) {
  const kept = draft.answer(REVIEW, question.id, question.edition);
  if (kept?.last !== last) return;
  question.sure = kept.sure ?? 0;
  question.hints = kept.hints ?? 0;
  question.response = kept.response;
}
