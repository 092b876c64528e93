import { Late } from "../quiz/late.mjs";
import { subtle } from "./subtle.mjs";

/**
 * What is computed with public keys, by whoever can do it here.
 *
 * @typedef {{kty: string, crv: string, x: string, y?: string}} PublicKey a JWK
 * @typedef {{id: string, jwk: PublicKey, since: string, until?: string, signed?: string[]}} Key times as UTC;
 *   `signed` are fingerprints of all that one signed that has ended
 *
 * @typedef {object} Engine
 * @property {(bytes: Uint8Array) => Promise<Uint8Array>} digest SHA-256
 * @property {(jwk: PublicKey, signature: Uint8Array, signed: Uint8Array) => Promise<boolean>} isSigned
 *   with ES256 by a key of P-256, with EdDSA by one of Ed25519
 */

const plain = new Late(noble);

/**
 * The browser's own, or where it has none for this curve, noble: which is loaded only there.
 *
 * @param {"P-256" | "Ed25519"} curve
 * @returns {Promise<Engine | null>} null where that did not come
 */
export async function engine(curve) {
  if (await subtle.knows(curve)) return subtle;
  return (await plain.get())?.plain ?? null;
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("./plain.mjs")>}
 */
function noble(end) {
  return end ? import(`./plain.mjs${end}`) : import("./plain.mjs");
}
