import { idsIn } from "./response.mjs";

/**
 * Pairs of steps in the right order minus pairs in the wrong order, never below 0; nothing unless all
 * steps are there, each once.
 *
 * @param {{key: readonly string[]}} asked
 * @param {unknown} response
 * @returns {import("./scoring.mjs").Score}
 */
export function order({ key }, response) {
  const of = (key.length * (key.length - 1)) / 2;
  const places = idsIn(response, key).map((id) => key.indexOf(id));
  if (places.length < key.length) return { points: 0, of };
  const right = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place)).length;
  return { points: Math.max(0, 2 * right - of), of };
}
