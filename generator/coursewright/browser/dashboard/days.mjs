import { dated } from "../review/dates.mjs";

/**
 * The same at the times that people are told: 0 also where no more is known than what was done before it.
 *
 * @template {{at: number}} One
 * @param {readonly One[]} all from the first to the last
 * @param {number} now in milliseconds since 1970
 * @returns {One[]}
 */
export function daysTold(all, now) {
  return dated(all, now).map((one, place) => ((all[place]?.at ?? 0) > now ? { ...one, at: 0 } : one));
}
