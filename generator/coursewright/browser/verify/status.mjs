/** The status list: one bit a credential, 1 where it was revoked (W3C “Bitstring Status List v1.0”). */

import { fromBase64url } from "./letters.mjs";
import { inflated } from "./inflated.mjs";

/** Bits of a list: fewer would say for whom somebody asks. */
const LENGTH = 131_072;
const LONGEST = 16 * LENGTH;

/**
 * The bits. Throws for what is no such list, or too long.
 *
 * @param {string} text multibase base64url of gzip
 */
export async function bitsOf(text) {
  if (!text.startsWith("u")) throw new TypeError("not multibase base64url");
  const bits = await inflated(fromBase64url(text.slice(1)), "gzip", LONGEST / 8);
  if (bits.length < LENGTH / 8) throw new RangeError("too short");
  return bits;
}

/**
 * The first is the most significant of the first byte; null for one beyond the list.
 *
 * @param {Uint8Array} bits
 * @param {number} index
 */
export function isSet(bits, index) {
  const byte = bits[Math.floor(index / 8)];
  return byte === undefined ? null : Boolean(byte & (0x80 >> index % 8));
}
