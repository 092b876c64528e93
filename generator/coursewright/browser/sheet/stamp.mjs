import { LAST } from "../record/shape.mjs";

/**
 * The time of an entry that the next one takes the place of, such as a sheet. Pure.
 *
 * Merging keeps the entry whose `at` is the later one, so whatever is written over an entry has to be later
 * than it, though the clock be set back. Where that is not what the clock said, `said` is: it counts for as
 * long as `at` is to come.
 *
 * @typedef {{at: number, said?: number | undefined}} Stamp
 */

/**
 * @param {Stamp | undefined} old that is written over
 * @param {number} now
 * @returns {Stamp}
 */
export function stamp(old, now) {
  const at = old ? Math.min(Math.max(now, old.at + 1), LAST) : now;
  return { at, said: at === now ? undefined : now };
}

/**
 * When an entry was written, 0 where nobody knows, for no clock that is right says a time to come.
 *
 * @param {Stamp} entry
 * @param {number} now
 */
export function believed({ at, said }, now) {
  return [at, said].find((time) => Number.isInteger(time) && Number(time) <= now) ?? 0;
}
