import { idsIn, isBlank } from "./response.mjs";

/**
 * The twin of `scoring/written.py`: the points of the criteria that a person found met.
 *
 * @param {{key: readonly {id: string, points: number}[]}} asked
 * @param {any} response
 * @returns {import("./scoring.mjs").Score}
 */
export function written({ key }, response) {
  const text = response?.text;
  const isThere = typeof text === "string" && !isBlank(text);
  const met = isThere ? idsIn(response.met, key.map(({ id }) => id)) : [];
  const worth = (/** @type {readonly {points: number}[]} */ some) =>
    some.reduce((sum, { points }) => sum + points, 0);
  return { points: worth(key.filter(({ id }) => met.includes(id))), of: worth(key) };
}
