/**
 * Scoring: responses to verdicts, verdicts to a score.
 *
 * A right response is worth one point; a partly right one is worth none for now,
 * so that choosing every option never pays.
 *
 * @typedef {"right" | "partly" | "wrong" | "unanswered"} Verdict
 * @typedef {{id: string, items: readonly string[]}} Objective
 * @typedef {{id: string, right: number, total: number, verdict: Verdict}} ObjectiveScore
 */

/**
 * The verdict on one response: all keys and no distractor is right, some keys is partly right.
 *
 * @param {readonly string[]} chosen the chosen options
 * @param {readonly string[]} keys the options to choose
 * @returns {Verdict}
 */
export function grade(chosen, keys) {
  if (!chosen.length) return "unanswered";
  const hits = keys.filter((key) => chosen.includes(key)).length;
  if (!hits) return "wrong";
  return hits === keys.length && hits === chosen.length ? "right" : "partly";
}

/**
 * Points reached and points to reach.
 *
 * @param {Iterable<Verdict>} verdicts
 */
export function score(verdicts) {
  const all = [...verdicts];
  return { score: all.filter((verdict) => verdict === "right").length, total: all.length };
}

/**
 * Whether a score reaches the cut score. In whole numbers, for 0.7 * 10 is not 7 everywhere.
 *
 * @param {number} points
 * @param {number} total
 * @param {number} cut in percent
 */
export function passes(points, total, cut) {
  return total > 0 && points * 100 >= cut * total;
}

/**
 * A score in percent, rounded down: 79.6 % must not read as the 80 % that it missed.
 *
 * @param {number} points
 * @param {number} total
 */
export function percent(points, total) {
  return total ? Math.floor((points * 100) / total) : 0;
}

/**
 * How each objective fared, in the order given.
 *
 * @param {readonly Objective[]} objectives
 * @param {ReadonlyMap<string, Verdict>} verdicts by item id
 * @returns {ObjectiveScore[]}
 */
export function byObjective(objectives, verdicts) {
  return objectives.map(({ id, items }) => {
    const known = items.flatMap((item) => verdicts.get(item) ?? []);
    const { score: right, total } = score(known);
    const some = known.some((verdict) => verdict === "right" || verdict === "partly");
    const verdict = total === 0 ? "unanswered" : right === total ? "right" : some ? "partly" : "wrong";
    return { id, right, total, verdict };
  });
}
