import { withOne } from "../record/tries.mjs";
import { daysTold } from "./days.mjs";

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
 * When it was made, 0 where nobody knows.
 *
 * @param {Judged | undefined} entry
 * @param {number} now in milliseconds since 1970
 */
export function judgedAt(entry, now) {
  return daysTold(entry?.tries ?? [], now).at(-1)?.at ?? 0;
}

/**
 * @param {Judged | undefined} entry
 * @param {number} level
 * @param {number} now
 * @returns {Judged} with one judgement more
 */
export function judged(entry, level, now) {
  return { ...entry, tries: withOne(entry?.tries ?? [], { at: now, level }) };
}
