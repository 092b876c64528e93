/**
 * How sure a learner was, against how it turned out. Pure.
 *
 * @typedef {{sure: number, right: number, asked: number}} Sureness `sure` is 1 (guess), 2 (not sure) or 3
 * @typedef {"none" | "few" | "over" | "under" | "fits"} Finding
 */

/** Of fewer tries nothing is said. */
export const ENOUGH = 10;
const ENOUGH_OF_ONE = 5;
/** Who is sure and wrong more often than one time in five is too sure; who guesses and is right in three of
 * five knows more than they think: of four options a guess is right in one of four. */
const [SURE_AT_LEAST, GUESSED_AT_MOST] = [0.8, 0.6];

/**
 * @param {import("../record/concerns.mjs").LearnerRecord} record
 * @returns {[Sureness, Sureness, Sureness]} from guessed to sure
 */
export function calibration({ items }) {
  const tries = Object.values(items).flatMap((entry) => entry.tries);
  const of = (/** @type {number} */ sure) => {
    const own = tries.filter((one) => one.sure === sure);
    return { sure, right: own.filter(({ points, of: most }) => points >= most).length, asked: own.length };
  };
  return [of(1), of(2), of(3)];
}

/**
 * @param {[Sureness, Sureness, Sureness]} all
 * @returns {Finding}
 */
export function finding([guessed, unsure, sure]) {
  const count = guessed.asked + unsure.asked + sure.asked;
  if (count < ENOUGH) return count ? "few" : "none";
  if (sure.asked >= ENOUGH_OF_ONE && sure.right < SURE_AT_LEAST * sure.asked) return "over";
  if (guessed.asked >= ENOUGH_OF_ONE && guessed.right > GUESSED_AT_MOST * guessed.asked) return "under";
  return "fits";
}
