/**
 * What a file brings, made ready to be merged with what is here. Pure.
 *
 * Merging goes by times, and knows no clock. At an import it is known what is a time to come, and that a
 * clock which said it was wrong. So what is here gives way only to what is known to be later.
 */
import { CONCERNS, NAMES } from "./concerns.mjs";
import { believed, stamp } from "../sheet/stamp.mjs";

/** @typedef {import("../sheet/stamp.mjs").Stamp} Stamp */

/**
 * @param {Record<string, Record<string, any>>} record of a file
 * @param {import("./concerns.mjs").LearnerRecord} here
 * @param {number} now in milliseconds since 1970
 * @returns {Record<string, Record<string, any>>}
 */
export function arrived(record, here, now) {
  const names = NAMES.filter((name) => name in record);
  return Object.fromEntries(
    names.map((name) => {
      const { fits, merged } = CONCERNS[name];
      const entries = Object.entries(record[name] ?? {});
      const ready = entries.map(([id, entry]) => {
        const mine = here[name][id];
        if (!fits(entry)) return [id, entry];
        if (!("tries" in entry)) return [id, over(entry, mine, now)];
        return [id, merged(placed(mine ?? entry, now), placed(entry, now))];
      });
      return [name, Object.fromEntries(ready)];
    }),
  );
}

/**
 * An entry at a time that puts it over the one that is here, or under it.
 *
 * @param {any} entry
 * @param {any} mine
 * @param {number} now
 */
function over({ before, ...entry }, mine, now) {
  const time = believed(entry, now);
  const isLater = mine && time > (believed(mine, now) || mine.at);
  const made = { ...entry, ...stamp(isLater ? mine : undefined, time) };
  return before ? { ...made, before: { ...before, at: believed(before, now) } } : made;
}

/**
 * Tries in the same order, where a try that would stand at a time to come stands next to the one before
 * it, unless its clock was right by then.
 *
 * @param {any} entry
 * @param {number} now
 */
function placed(entry, now) {
  let last = 0;
  const tries = entry.tries.map((/** @type {import("./tries.mjs").Try} */ one) => {
    const { at, order = at, place = order } = one;
    if (place > now) last = Math.max(last + 1, at > now ? 0 : at);
    else last = Math.max(last, place);
    return place > now ? { ...one, place: last } : one;
  });
  return { ...entry, tries };
}
