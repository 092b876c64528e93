import { choice } from "./choice.mjs";
import { gaps } from "./gaps.mjs";
import { match } from "./match.mjs";
import { order } from "./order.mjs";
import { written } from "./written.mjs";

/**
 * By the shape of what is asked: what is asked, and a response, to a score.
 *
 * @type {Record<string, any>}
 */
export const RULES = { choice, gaps, match, order, written };
