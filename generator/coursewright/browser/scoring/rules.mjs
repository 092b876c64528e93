import { choice } from "./choice.mjs";
import { gaps } from "./gaps.mjs";
import { match } from "./match.mjs";
import { order } from "./order.mjs";
import { written } from "./written.mjs";

/**
 * What is asked, and a response, to a score.
 *
 * @typedef {(asked: any, response: unknown) => import("./scoring.mjs").Score} Rule
 */

/** @type {Record<string, Rule>} by the shape of what is asked */
export const RULES = { choice, gaps, match, order, written };
