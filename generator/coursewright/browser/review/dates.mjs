/**
 * What may be believed of the times of a record. A clock may have been wrong, for a day or for years, and a
 * file may say anything. Pure.
 *
 * A time to come is not believed: nobody knows when that was. What is known is that nothing was done before
 * what was done before it. So whatever a clock or a file says, it holds nothing back, and once the clock is
 * right again what was done meanwhile counts by its place.
 */

/**
 * The same in the same order, each at a time that may be believed: none before the one before it, and 0
 * where nobody knows.
 *
 * @template {{at: number}} One
 * @param {readonly One[]} all from the first to the last
 * @param {number} now in milliseconds since 1970
 * @returns {One[]}
 */
export function dated(all, now) {
  let at = 0;
  return all.map((one) => {
    at = Math.max(at, one.at > now ? 0 : one.at);
    return one.at === at ? one : { ...one, at };
  });
}
