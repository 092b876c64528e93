/**
 * The three kinds of JWE (RFC 7516, compact) that an exam is sealed with; all contents by AES-256-GCM.
 *
 * @typedef {import("./engine.mjs").Engine} Engine
 */

import { fromBase64url, fromBytes, inFour, joined, random, toBase64url, toBytes } from "./bytes.mjs";
import { canPack, packed } from "./deflate.mjs";

const PASSWORD = "PBES2-HS512+A256KW";
/** Fewer rounds would help who guesses, more would keep a device busy for minutes. */
const [FLOOR, CEILING] = [100_000, 2_000_000];
const NOTHING = new Uint8Array();

/**
 * What a password opens (RFC 7518, 4.8), and the key that was made of the password.
 *
 * Throws for another password, and for what was altered.
 *
 * @param {Engine} engine
 * @param {string} jwe
 * @param {string} password ASCII
 */
export async function openByPassword(engine, jwe, password) {
  const { header, wrapped, rest } = parts(jwe, PASSWORD);
  const { p2c: rounds, p2s: salt } = header;
  if (!Number.isInteger(rounds) || rounds < FLOOR || rounds > CEILING) throw new RangeError("rounds");
  if (typeof salt !== "string" || fromBase64url(salt).length < 8) throw new TypeError("salt");
  const salted = joined(toBytes(PASSWORD), new Uint8Array(1), fromBase64url(salt));
  const key = await engine.stretch(toBytes(password), salted, rounds);
  return { text: await opened(engine, await engine.unwrap(key, wrapped), rest), key };
}

/**
 * What a key itself opens (RFC 7518, 4.5). Throws for another key, and for what was altered.
 *
 * @param {Engine} engine
 * @param {string} jwe
 * @param {Uint8Array} key
 */
export async function openByKey(engine, jwe, key) {
  return opened(engine, key, parts(jwe, "dir").rest);
}

/**
 * A text that only the holder of a P-256 key can open (RFC 7518, 4.6, direct).
 *
 * @param {Engine} engine
 * @param {string} text
 * @param {import("./engine.mjs").Point & {kid: string}} key its public half
 */
export async function sealed(engine, text, key) {
  const { own, secret } = await engine.agree(key);
  const zip = canPack ? { zip: "DEF" } : {};
  const epk = { kty: "EC", crv: "P-256", ...own };
  const header = { alg: "ECDH-ES", enc: "A256GCM", kid: key.kid, epk, ...zip };
  const first = toBase64url(toBytes(JSON.stringify(header)));
  const content = canPack ? await packed(toBytes(text)) : toBytes(text);
  const [iv, contentKey] = [random(12), await derived(engine, secret, "A256GCM")];
  const made = await engine.encrypt(contentKey, iv, content, toBytes(first));
  return [first, "", ...[iv, made.slice(0, -16), made.slice(-16)].map(toBase64url)].join(".");
}

/**
 * A key of 32 bytes for one use, of a secret (Concat KDF with SHA-256, one round: RFC 7518, 4.6.2).
 *
 * @param {Engine} engine
 * @param {Uint8Array} secret
 * @param {string} use
 */
export function derived(engine, secret, use) {
  const named = toBytes(use);
  const info = [inFour(named.length), named, inFour(0), inFour(0), inFour(256)];
  return engine.digest(joined(inFour(1), secret, ...info));
}

/**
 * @param {string} jwe
 * @param {string} alg that it must have
 */
function parts(jwe, alg) {
  const [first = "", wrapped = "", iv = "", content = "", tag = "", ...more] = jwe.split(".");
  const header = JSON.parse(fromBytes(fromBase64url(first)));
  if (more.length || header.alg !== alg || header.enc !== "A256GCM") throw new TypeError("kind");
  if ("crit" in header || "zip" in header) throw new TypeError("more than we know");
  const rest = [toBytes(first), fromBase64url(iv), fromBase64url(content), fromBase64url(tag)];
  return { header, wrapped: fromBase64url(wrapped), rest };
}

/**
 * @param {Engine} engine
 * @param {Uint8Array} key
 * @param {Uint8Array[]} rest
 */
async function opened(engine, key, [bound = NOTHING, iv = NOTHING, content = NOTHING, tag = NOTHING]) {
  if (iv.length !== 12 || tag.length !== 16) throw new TypeError("length");
  return fromBytes(await engine.decrypt(key, iv, joined(content, tag), bound));
}
