import { Choice } from "./choice.mjs";
import { Gaps } from "./gaps.mjs";
import { Match } from "./match.mjs";
import { Order } from "./order.mjs";
import { Written } from "./written.mjs";

/**
 * What the controls of a question do, by the shape that its field names.
 *
 * @type {Readonly<Record<string, import("./entry.mjs").ShapeClass>>}
 */
export const SHAPES = { choice: Choice, order: Order, match: Match, gaps: Gaps, written: Written };
