import { choice } from "./choice.mjs";
import { gaps } from "./gaps.mjs";
import { match } from "./match.mjs";
import { order } from "./order.mjs";
import { written } from "./written.mjs";

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
  switch (asked.shape) {
    case "choice":
      return choice(asked, response);
    case "order":
      return order(asked, response);
    case "match":
      return match(asked, response);
    case "gaps":
      return gaps(asked, response);
    case "written":
      return written(asked, response);
  }
}
