/**
 * Tries at an item or a quiz, from the first to the last. Pure.
 *
 * `at` is in milliseconds since 1970 and no two tries of an entry share it. `points` were reached
 * of `of`. `edition` is the item's, left out when it is the first. `response` is left out where it
 * is too large to be kept for every try, `sure` and `hints` where there is nothing to say.
 *
 * @typedef {object} Try
 * @property {number} at
 * @property {number} points
 * @property {number} of
 * @property {number} [edition]
 * @property {boolean} [passed] whether a quiz reached the cut score of then
 * @property {number} [sure] 1 guessed, 2 not sure, 3 sure, said before feedback
 * @property {number} [hints] how many were opened before the answer
 * @property {unknown} [response]
 * @typedef {{tries: Try[], earlier?: number, best?: Try}} Tried
 *   `earlier` counts the tries before those in the list: nothing is known of them but their number, and
 *   the `best` of them where it is better than all in the list
 */

/** An entry lists its latest tries, more than any review is planned from; `earlier` counts the others. */
export const MOST_TRIES = 40;
/** In characters of JSON: a few words, or the options of any choice. */
const LONGEST_RESPONSE = 200;

/**
 * @param {any} entry
 * @returns {entry is Tried}
 */
export function isTried(entry) {
  const { tries, earlier = 0, best = [] } = entry ?? {};
  return Array.isArray(tries) && Number.isInteger(earlier) && [...tries, best].flat().every(isTry);
}

/** @param {any} one */
function isTry(one) {
  return [one?.at, one?.points, one?.of].every(Number.isFinite) && one.of > 0 && one.points >= 0;
}

/** @param {Tried | undefined} entry */
export function lastTry(entry) {
  return entry?.tries.at(-1);
}

/**
 * The try with the largest share, the latest of those that are alike.
 *
 * @param {Tried | undefined} entry
 * @returns {Try | undefined}
 */
export function bestTry(entry) {
  const all = [...(entry?.best ? [entry.best] : []), ...(entry?.tries ?? [])];
  return all.reduce(
    (/** @type {Try | undefined} */ best, one) =>
      best && best.points * one.of > one.points * best.of ? best : one,
    undefined,
  );
}

/**
 * The entry with one try more. A clock that was set back does not put it before the others.
 *
 * @param {Tried | undefined} entry
 * @param {Try} one
 * @returns {Tried}
 */
export function tried(entry, { response, ...one }) {
  const at = Math.max(one.at, (lastTry(entry)?.at ?? 0) + 1);
  const isSmall = response !== undefined && JSON.stringify(response).length <= LONGEST_RESPONSE;
  return capped({
    ...entry,
    tries: [...(entry?.tries ?? []), { ...one, at, ...(isSmall ? { response } : {}) }],
  });
}

/**
 * What two records know of the same: every try of either, each once.
 *
 * @param {Tried} mine
 * @param {Tried} other
 * @returns {Tried}
 */
export function mergedTries(mine, other) {
  const tries = eachOnce([...mine.tries, ...other.tries]);
  const best = bestTry({ tries: [mine.best ?? [], other.best ?? []].flat() });
  return capped({
    ...other,
    ...mine,
    ...(best ? { best } : {}),
    tries,
    earlier: Math.max(0, before(tries, mine), before(tries, other)),
  });
}

/**
 * In the order of time; of two at the same time, which are one told twice, the fuller telling.
 *
 * @template {{at: number}} One
 * @param {readonly One[]} all
 */
export function eachOnce(all) {
  /** @type {Map<number, One>} */
  const known = new Map();
  for (const one of all) known.set(one.at, fuller(known.get(one.at), one));
  return [...known.values()].sort((one, next) => one.at - next.at);
}

/**
 * How many tries came before the first of a list, as far as an entry knows that has some of the list itself.
 *
 * @param {Try[]} tries
 * @param {Tried} entry
 */
function before(tries, { tries: [first], earlier = 0 }) {
  return earlier - tries.filter(({ at }) => first && at < first.at).length;
}

/**
 * @template One
 * @param {One | undefined} one
 * @param {One} other
 */
function fuller(one, other) {
  const [here, there] = [JSON.stringify(one) ?? "", JSON.stringify(other)];
  return one && (here.length > there.length || (here.length === there.length && here > there)) ? one : other;
}

/**
 * @param {Tried} entry
 * @returns {Tried}
 */
function capped({ earlier = 0, ...entry }) {
  const tries = entry.tries.slice(-MOST_TRIES);
  const count = earlier + entry.tries.length - tries.length;
  const best = bestTry(entry);
  const { best: _, ...known } = entry;
  return {
    ...known,
    tries,
    ...(count ? { earlier: count } : {}),
    ...(best && !tries.includes(best) ? { best } : {}),
  };
}
