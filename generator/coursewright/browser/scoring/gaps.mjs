import { canonical, LONGEST } from "./canonical.mjs";
import { isWithin } from "./quantity.mjs";
import { textsIn } from "./response.mjs";

/**
 * What is accepted in a gap: texts, or a number in a unit.
 *
 * @typedef {readonly string[] | {value: string, tolerance?: string, unit?: string}} Expected
 */

/**
 * The twin of `scoring/gaps.py`: a point for every gap with a right answer.
 *
 * @param {{key: Record<string, Expected>, anyOrder?: boolean}} asked
 * @param {unknown} response
 * @returns {import("./scoring.mjs").Score}
 */
export function gaps({ key, anyOrder = false }, response) {
  return { points: filled({ key, anyOrder }, response).size, of: Object.keys(key).length };
}

/**
 * The gaps with a right answer, each with the gap that it is the answer of.
 *
 * @param {{key: Record<string, Expected>, anyOrder?: boolean}} asked
 * @param {unknown} response
 * @returns {Map<string, string>}
 */
export function filled({ key, anyOrder = false }, response) {
  const left = new Map(Object.entries(key));
  const found = new Map();
  for (const [gap, text] of textsIn(response, [...left.keys()])) {
    const right = [...left].find(([id, expected]) => (anyOrder || id === gap) && isRight(text, expected));
    if (!right) continue;
    found.set(gap, right[0]);
    left.delete(right[0]);
  }
  return found;
}

/**
 * @param {string} text
 * @param {Expected} expected
 */
function isRight(text, expected) {
  if ("value" in expected) return isWithin(text, expected);
  const typed = [...text].length <= LONGEST && canonical(text);
  return expected.some((accepted) => canonical(accepted) === typed);
}
