/**
 * What is right of a question, as SCORM 2004 (RTE 4.1.1.6) and xAPI (Data 2.4.4.1) write it; responses are in
 * `xapi/response.mjs`. Pure.
 */
import { written } from "../xapi/response.mjs";

/** Characters of a text in a list of texts. */
const LONGEST = 250;
const FOLDED = "{case_matters=false}";

/** @typedef {import("./about.mjs").Item} Item */

/**
 * Each pattern a way to be right; none for a text that a person judges.
 *
 * @param {Item} item
 * @returns {string[]}
 */
export function patterns({ asked, key }) {
  const { shape, gaps = [], isNumber } = asked;
  if (shape === "written") return [];
  if (shape !== "gaps") return [written(asked, key) ?? ""];
  const expected = gaps.map((gap) => /** @type {any} */ (key)[gap]);
  if (isNumber) return [`${expected[0].low}[:]${expected[0].high}`];
  if (expected.length === 1) return ways(expected[0]).map((one) => `${FOLDED}${text(asked, [one])}`);
  return [`${FOLDED}${text(asked, expected.map((one) => ways(one)[0] ?? ""))}`];
}

/**
 * A response, its texts no longer than the standard takes them.
 *
 * @param {Item} item
 * @param {any} given
 */
export function response({ asked }, given) {
  if (asked.shape !== "gaps" || asked.isNumber) return written(asked, given);
  const texts = (asked.gaps ?? []).map((gap) => given?.[gap] ?? "");
  return texts.some(Boolean) ? text(asked, texts) : null;
}

/**
 * @param {Item["asked"]} asked
 * @param {readonly string[]} texts one a gap
 */
function text(asked, texts) {
  const cut = texts.map((each) => each.slice(0, LONGEST));
  return written(asked, Object.fromEntries((asked.gaps ?? []).map((gap, at) => [gap, cut[at]]))) ?? "";
}

/** @param {string[] | {value: string}} expected */
function ways(expected) {
  return Array.isArray(expected) ? expected : [expected.value];
}
