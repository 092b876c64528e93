/** Keys of the issuer, by what files say of them. */

import { toBase64url, toBytes } from "./letters.mjs";
import { claimsOf, isHeaderOf } from "./token.mjs";
import { same } from "./strictjson.mjs";

/**
 * @typedef {import("./engine.mjs").Key} Key
 * @typedef {ReturnType<typeof import("./token.mjs").parted>} Token
 */

/**
 * The key that a file says it is signed with.
 *
 * @param {Pick<import("./carried.mjs").Carried, "token" | "proof">} found
 * @param {readonly Key[]} keys
 */
export function namedBy({ token, proof }, keys) {
  return keys.find(({ id, jwk }) => {
    if (jwk.crv === "Ed25519") return proof?.verificationMethod === id;
    if (!token) return false;
    const { kid, jwk: brought } = token.header;
    return Object.hasOwn(token.header, "kid") ? kid === id : same(brought, jwk);
  });
}

/**
 * Whether the key signed it, its header says so and nothing else, and its claims are what its body says: that
 * is of a known shape.
 *
 * @param {Token} token
 * @param {Key} key
 * @param {import("./engine.mjs").Engine} by
 */
export async function isSignedBy({ header, claims, body, signed, signature }, key, by) {
  return (
    isHeaderOf(header, key) &&
    same(claims, claimsOf(body)) &&
    (await by.isSigned(key.jwk, signature, signed))
  );
}

/**
 * Whether it is among all that a key signed which has ended: a thief can still sign with an earlier date.
 *
 * @param {Pick<import("./carried.mjs").Carried, "token" | "proof">} found
 * @param {Key} key
 * @param {import("./engine.mjs").Engine} by
 */
export async function isListed({ token, proof }, { signed }, by) {
  if (!signed) return true;
  const text = token ? toBase64url(token.signature) : String(proof?.proofValue);
  return signed.includes(toBase64url((await by.digest(toBytes(text))).slice(0, 16)));
}

/**
 * Whether a key was in use.
 *
 * @param {Key} key
 * @param {string} moment
 */
export function signsAt({ since, until }, moment) {
  return since <= moment && (until === undefined || moment <= until);
}
