/**
 * The greatest common divisor of two whole numbers, the first not 0.
 *
 * @param {number} a
 * @param {number} b
 * @returns {number}
 */
export function gcd(a, b) {
  return b ? gcd(b, a % b) : a;
}
