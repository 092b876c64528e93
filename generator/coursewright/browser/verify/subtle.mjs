/** @typedef {import("./engine.mjs").PublicKey} PublicKey */

const ES256 = { name: "ECDSA", namedCurve: "P-256" };
const ED25519 = { name: "Ed25519" };
/** A public key of Ed25519: that of RFC 8032, 7.1, test 1. */
const PROBE = {
  kty: "OKP",
  crv: "Ed25519",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};

/** What the browser itself computes. */
export const subtle = {
  /**
   * A page that came over plain http has nothing of it, and older browsers have no Ed25519.
   *
   * @param {"P-256" | "Ed25519"} curve
   */
  async knows(curve) {
    if (!globalThis.crypto?.subtle) return false;
    if (curve === "P-256") return true;
    return key(PROBE).then(
      () => true,
      () => false,
    );
  },

  /** @param {Uint8Array} bytes */
  async digest(bytes) {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", buffer(bytes)));
  },

  /**
   * @param {PublicKey} jwk
   * @param {Uint8Array} signature
   * @param {Uint8Array} signed
   */
  async isSigned(jwk, signature, signed) {
    const how = jwk.crv === "P-256" ? { ...ES256, hash: "SHA-256" } : ED25519;
    return crypto.subtle.verify(how, await key(jwk), buffer(signature), buffer(signed));
  },
};

/** @param {PublicKey} jwk */
function key({ kty, crv, x, y }) {
  // A browser wants to be told nothing more of it.
  const own = y === undefined ? { kty, crv, x } : { kty, crv, x, y };
  return crypto.subtle.importKey("jwk", own, crv === "P-256" ? ES256 : ED25519, false, ["verify"]);
}

/**
 * What a browser takes for bytes.
 *
 * @param {Uint8Array} bytes
 */
function buffer(bytes) {
  return /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
}
