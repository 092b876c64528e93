import { RULES } from "./rules.mjs";

/**
 * What is asked, and what is right.
 *
 * @typedef {{shape: "choice", options: readonly string[], key: readonly string[], many: boolean}
 *   | {shape: "order", key: readonly string[]}
 *   | {shape: "match", targets: readonly string[], key: Record<string, string>}
 *   | {shape: "gaps", key: Record<string, import("./gaps.mjs").Expected>, anyOrder?: boolean}
 *   | {shape: "written", key: readonly {id: string, points: number}[]}} Asked
 */

/**
 * The points of one response by the rule of its shape.
 *
 * @param {Asked} asked
 * @param {unknown} response
 * @returns {import("./scoring.mjs").Score}
 */
export function score(asked, response) {
  return RULES[asked.shape](asked, response);
}
