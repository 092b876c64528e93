/**
 * What somebody thinks of a competency of their own by now. Pure.
 *
 * @typedef {import("../record/levels.mjs").Judged} Judged
 */

/**
 * The last judgement, unless it was withdrawn.
 *
 * @param {Judged | undefined} entry
 */
export function judgement(entry) {
  const last = entry?.tries.at(-1);
  return last?.level ? last : null;
}

/**
 * @param {Judged | undefined} entry
 * @param {number} level
 * @param {number} now
 * @returns {Judged} with one judgement more; a clock that was set back does not put it before the others
 */
export function judged(entry, level, now) {
  const at = Math.max(now, (entry?.tries.at(-1)?.at ?? 0) + 1);
  return { ...entry, tries: [...(entry?.tries ?? []), { at, level }] };
}
