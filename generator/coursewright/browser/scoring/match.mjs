import { textsIn } from "./response.mjs";
import { gcd } from "./whole.mjs";

/**
 * The twin of `scoring/match.py`: every target counts alike, and what is put wrongly costs.
 *
 * @param {{targets: readonly string[], key: Record<string, string>}} asked
 * @param {unknown} response
 * @returns {import("./scoring.mjs").Score}
 */
export function match({ targets, key }, response) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const target of Object.values(key)) sizes.set(target, (sizes.get(target) ?? 0) + 1);
  const others = Math.max(sizes.size - 1, 1);
  const whole = [...sizes.values()].reduce((all, size) => (all * size) / gcd(all, size), 1);
  const put = textsIn(response, Object.keys(key));
  const known = put.every(([, target]) => targets.includes(target)) ? put : [];
  const points = known.map(([thing, target]) => {
    const right = key[thing] ?? "";
    return (whole / (sizes.get(right) ?? 1)) * (target === right ? others : -1);
  });
  return {
    points: Math.max(
      0,
      points.reduce((sum, each) => sum + each, 0),
    ),
    of: whole * sizes.size * others,
  };
}
