/**
 * @typedef {{id: string, items: readonly string[]}} Objective
 * @typedef {import("./scoring.mjs").Verdict} Verdict
 */

/**
 * How each objective fared, in the order given.
 *
 * @param {readonly Objective[]} objectives
 * @param {ReadonlyMap<string, Verdict>} verdicts by item id
 * @returns {{id: string, right: number, total: number, verdict: Verdict}[]}
 */
export function byObjective(objectives, verdicts) {
  return objectives.map(({ id, items }) => {
    const known = items.flatMap((item) => verdicts.get(item) ?? []);
    const right = known.filter((verdict) => verdict === "right").length;
    return { id, right, total: known.length, verdict: overall(known) };
  });
}

/**
 * @param {readonly Verdict[]} verdicts
 * @returns {Verdict}
 */
function overall(verdicts) {
  if (!verdicts.length) return "unanswered";
  if (verdicts.every((verdict) => verdict === "right")) return "right";
  return verdicts.some((verdict) => verdict === "right" || verdict === "partly") ? "partly" : "wrong";
}
