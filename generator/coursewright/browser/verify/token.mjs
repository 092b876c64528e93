/**
 * A credential as VC-JWT (Open Badges 3.0, 8.2): signed with ES256 (RFC 7515, RFC 7518), with claims beside
 * it that repeat what it says.
 */

import { fromBase32, fromBase64url, fromBytes, toBase64url, toBytes } from "./letters.mjs";
import { inflated } from "./inflated.mjs";
import { LARGEST, objectOf, same } from "./strictjson.mjs";

/** @typedef {import("./engine.mjs").Key} Key */

const HEADER = { alg: "ES256", typ: "JWT" };
const CLAIMS = ["iss", "jti", "nbf", "sub", "exp"];
/** Begins what a QR code has instead of a JWT. */
const PACKED = "Z";
/** Bytes of a signature. */
const SIGNATURE = 64;

/**
 * A JWT as it is, or in an address as a QR code has it. Throws for what cannot be unpacked.
 *
 * @param {string} text
 */
export async function tokenOf(text) {
  const own = text.slice(text.lastIndexOf("#") + 1);
  return own.startsWith(PACKED) ? unpacked(own.slice(1)) : own;
}

/**
 * Its parts, nothing of which is verified. Throws for anything else.
 *
 * @param {string} token
 */
export function parted(token) {
  const [first = "", second = "", third = "", ...more] = token.split(".");
  if (more.length) throw new TypeError("no JWT");
  const header = objectOf(fromBase64url(first));
  /** @type {Record<string, any>} */
  const body = objectOf(fromBase64url(second));
  /** @type {Record<string, any>} */
  const claims = {};
  for (const name of CLAIMS)
    if (Object.hasOwn(body, name)) {
      claims[name] = body[name];
      delete body[name];
    }
  return { header, claims, body, signed: toBytes(`${first}.${second}`), signature: fromBase64url(third) };
}

/**
 * Whether a header names this key, and says nothing else.
 *
 * @param {Record<string, any>} header
 * @param {Key} key
 */
export function isHeaderOf(header, { id, jwk }) {
  return same(header, { ...HEADER, kid: id }) || same(header, { ...HEADER, jwk });
}

/**
 * What a JWT must say of a credential beside it.
 *
 * @param {Record<string, any>} body of the shape of one
 */
export function claimsOf({ id, issuer, validFrom, validUntil, credentialSubject }) {
  const until = validUntil === undefined ? {} : { exp: seconds(validUntil) };
  const iss = typeof issuer === "string" ? issuer : issuer.id;
  return { iss, jti: id, nbf: seconds(validFrom), sub: credentialSubject.id, ...until };
}

/** @param {string} moment */
function seconds(moment) {
  return Date.parse(moment) / 1000;
}

/**
 * Header, line break, payload, line break, signature; raw deflate (RFC 1951); base 32.
 *
 * @param {string} letters
 */
async function unpacked(letters) {
  const content = await inflated(fromBase32(letters), "deflate-raw", LARGEST);
  const signed = content.slice(0, -SIGNATURE);
  const [header, payload, rest, ...more] = fromBytes(signed).split("\n");
  if (header === undefined || payload === undefined || rest !== "" || more.length)
    throw new TypeError("no JWT");
  return [toBytes(header), toBytes(payload), content.slice(-SIGNATURE)].map(toBase64url).join(".");
}
