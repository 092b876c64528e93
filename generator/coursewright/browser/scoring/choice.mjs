import { idsIn } from "./response.mjs";
import { gcd } from "./whole.mjs";

/**
 * One option: 1 of 1 for the key alone. Many: net correct, the share of the keys that is chosen minus
 * the share of the distractors, never below 0.
 *
 * @param {{options: readonly string[], key: readonly string[], many: boolean}} asked
 * @param {unknown} response
 * @returns {import("./scoring.mjs").Score}
 */
export function choice({ options, key, many }, response) {
  const chosen = idsIn(response, options);
  const hits = chosen.filter((id) => key.includes(id)).length;
  const misses = chosen.length - hits;
  if (!many) return { points: Number(hits === 1 && !misses), of: 1 };
  const distractors = options.length - key.length || 1;
  const shared = gcd(key.length, distractors);
  // Of lcm(keys, distractors) points a key earns distractors / gcd, and a distractor costs keys / gcd.
  return {
    points: Math.max(0, (hits * distractors - misses * key.length) / shared),
    of: (key.length * distractors) / shared,
  };
}
