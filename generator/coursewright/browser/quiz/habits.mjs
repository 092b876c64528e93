import { parsed } from "../record/contents.mjs";
import { placed } from "../record/device.mjs";

/**
 * How this device asks: whether one says how sure one is before the answer is checked, and whether single
 * characters are no keys.
 *
 * @typedef {{sure?: boolean, mute?: boolean}} Habits
 */
const place = placed(":habits");
/** @type {Habits} */
export const habits = { ...parsed(place.read() ?? "") };

/**
 * For now, and for the next time where storage is not denied.
 *
 * @param {Habits} changed
 */
export function keepHabits(changed) {
  place.write(JSON.stringify(Object.assign(habits, changed)));
}
