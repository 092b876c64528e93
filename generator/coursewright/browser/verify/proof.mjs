/** A document with a proof in it: eddsa-rdfc-2022 (W3C “Data Integrity EdDSA Cryptosuites v1.0”, 3.2). */

import { PROOF } from "./documents.mjs";
import { fromBase58, toBytes } from "./letters.mjs";
import { isOf } from "./shape.mjs";
import { canonical } from "./statements.mjs";

/**
 * Whether the key made this proof of the body, which is of the part's shape. Throws for letters that are
 * none.
 *
 * @param {Record<string, any>} body
 * @param {import("./parts.mjs").Part} part
 * @param {Record<string, any>} proof
 * @param {import("./engine.mjs").Key} key
 * @param {import("./engine.mjs").Engine} engine
 */
export async function isProved(body, part, proof, key, engine) {
  const { proofValue, ...options } = proof;
  const isOurs = isOf(options, PROOF) && options.verificationMethod === key.id;
  if (!isOurs || options.created !== body.validFrom || !/^z[1-9A-Za-z]+$/.test(proofValue)) return false;
  const signature = fromBase58(proofValue.slice(1));
  const digest = (/** @type {string} */ text) => engine.digest(toBytes(text));
  const hash = async (/** @type {string} */ text) => hex(await digest(text));
  const first = await digest(await canonical(options, PROOF, hash));
  const second = await digest(await canonical(body, part, hash));
  return engine.isSigned(key.jwk, signature, new Uint8Array([...first, ...second]));
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
