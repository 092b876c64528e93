import { Choice } from "./choice.mjs";

/** @typedef {import("./shape.mjs").ShapeClass} ShapeClass */

/** @type {Record<string, () => Promise<ShapeClass>>} */
const LOADED_BY = {
  choice: async () => Choice,
  order: async () => (await import("./order.mjs")).Order,
  match: async () => (await import("./match.mjs")).Match,
  gaps: async () => (await import("./gaps.mjs")).Gaps,
  written: async () => (await import("./written.mjs")).Written,
};

/**
 * The shapes of some questions by name. Only those are loaded, but for the one that nearly every quiz has.
 *
 * @param {readonly HTMLElement[]} fields
 * @returns {Promise<Map<string, ShapeClass>>}
 */
export async function shapesOf(fields) {
  const names = [...new Set(fields.map(({ dataset }) => dataset.shape ?? ""))];
  return new Map(
    await Promise.all(
      names.flatMap((name) => {
        const load = LOADED_BY[name];
        return load ? load().then((shape) => /** @type {[string, ShapeClass]} */ ([name, shape])) : [];
      }),
    ),
  );
}
