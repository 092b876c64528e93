/** JSON of others: bounded, and every name in an object once, for readers differ in which one they take. */

import { fromBytes } from "./letters.mjs";

/** Bytes of a credential. */
export const LARGEST = 2_000_000;

/** Levels of objects and lists in one another. */
const DEEPEST = 64;

/** A string, and whether it names what follows. */
const STRINGS = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;

/**
 * The object that some bytes are. Throws for anything else.
 *
 * @param {Uint8Array} bytes
 * @returns {Record<string, any>}
 */
export function objectOf(bytes) {
  if (bytes.length > LARGEST) throw new RangeError("too large");
  const text = fromBytes(bytes);
  const found = JSON.parse(text);
  if (!isObject(found)) throw new TypeError("no object");
  let named = 0;
  for (const [, colon] of text.matchAll(STRINGS)) named += Number(colon !== undefined);
  if (named !== names(found, DEEPEST)) throw new TypeError("a name twice");
  return found;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether two values of JSON are equal, in whatever order their names are.
 *
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
export function same(one, other) {
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((each, at) => same(each, other[at]))
    );
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
}

/**
 * How many names are in a value.
 *
 * @param {unknown} value
 * @param {number} left levels below it
 * @returns {number}
 */
function names(value, left) {
  if (typeof value !== "object" || value === null) return 0;
  if (!left) throw new RangeError("too deep");
  const inside = Object.values(value).reduce((sum, each) => sum + names(each, left - 1), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
