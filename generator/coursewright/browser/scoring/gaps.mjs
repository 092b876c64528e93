import { canonical, LONGEST } from "./canonical.mjs";
import { isWithin } from "./quantity.mjs";
import { textsIn } from "./response.mjs";

/**
 * What is accepted in a gap: texts, or a number in a unit.
 *
 * @typedef {readonly string[] | {value: string, tolerance?: string, unit?: string}} Expected
 *
 * `variants` are pairs of characters: one of an accepted text, and another way to write it.
 *
 * @typedef {{key: Record<string, Expected>, anyOrder?: boolean, variants?: string}} Asked
 */

/**
 * The twin of `scoring/gaps.py`: a point for every gap with a right answer.
 *
 * @param {Asked} asked
 * @param {unknown} response
 * @returns {import("./scoring.mjs").Score}
 */
export function gaps(asked, response) {
  return { points: filled(asked, response).size, of: Object.keys(asked.key).length };
}

/**
 * The gaps with a right answer, each with the gap that it is the answer of.
 *
 * @param {Asked} asked
 * @param {unknown} response
 * @returns {Map<string, string>}
 */
export function filled({ key, anyOrder = false, variants = "" }, response) {
  const left = new Map(Object.entries(key));
  const found = new Map();
  const simplified = simplifier(variants);
  for (const [gap, text] of textsIn(response, [...left.keys()])) {
    const tried = [...left].filter(([id]) => anyOrder || id === gap);
    const right = tried.find(([, expected]) => isRight(text, expected, simplified));
    if (!right) continue;
    found.set(gap, right[0]);
    left.delete(right[0]);
  }
  return found;
}

/**
 * @param {string} text
 * @param {Expected} expected
 * @param {(text: string) => string} simplified
 */
function isRight(text, expected, simplified) {
  if ("value" in expected) return isWithin(text, expected);
  const typed = [...text].length <= LONGEST && simplified(canonical(text));
  return expected.some((accepted) => simplified(canonical(accepted)) === typed);
}

/** @param {string} variants */
function simplifier(variants) {
  const pairs = new Map(variants.match(/../gsu)?.map((pair) => [pair.slice(1), pair[0]]));
  return (/** @type {string} */ text) => [...text].map((sign) => pairs.get(sign) ?? sign).join("");
}
