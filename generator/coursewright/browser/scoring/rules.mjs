import { choice } from "./choice.mjs";
import { gaps } from "./gaps.mjs";
import { match } from "./match.mjs";
import { order } from "./order.mjs";
import { written } from "./written.mjs";

/**
 * The rule of each shape: what is asked of it, and a response, to a score.
 *
 * @type {Record<string, (asked: any, response: unknown) => import("./scoring.mjs").Score>}
 */
export const RULES = { choice, gaps, match, order, written };
