import { Late } from "../../quiz/late.mjs";
import { subtle } from "./subtle.mjs";

/**
 * What is computed with keys, by whoever can do it here. Keys are plain bytes. What was altered, or is not
 * of this key, is refused with an error.
 *
 * @typedef {object} Engine
 * @property {(bytes: Uint8Array) => Promise<Uint8Array>} digest SHA-256
 * @property {(password: Uint8Array, salt: Uint8Array, rounds: number) => Promise<Uint8Array>} stretch
 *   PBKDF2 with HMAC-SHA-512, to 32 bytes (RFC 8018)
 * @property {(key: Uint8Array, wrapped: Uint8Array) => Promise<Uint8Array>} unwrap AES-256-KW (RFC 3394)
 * @property {Cipher} encrypt AES-256-GCM, with its tag at the end
 * @property {Cipher} decrypt
 * @property {(other: Point) => Promise<{own: Point, secret: Uint8Array}>} agree
 *   on a secret with the holder of a P-256 key, by a key of one's own that is made for it
 *
 * @typedef {(key: Uint8Array, iv: Uint8Array, data: Uint8Array, bound: Uint8Array) => Promise<Uint8Array>}
 *   Cipher
 *
 * @typedef {{x: string, y: string}} Point as a JWK has it
 */

const plain = new Late(noble);

/**
 * The browser's own, or where a page came over plain http, noble: which is loaded only there.
 *
 * @returns {Promise<Engine | null>} null where that did not come
 */
export async function engine() {
  if (crypto.subtle) return subtle;
  return (await plain.get())?.plain ?? null;
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("./plain.mjs")>}
 */
function noble(end) {
  return end ? import(`./plain.mjs${end}`) : import("./plain.mjs");
}
