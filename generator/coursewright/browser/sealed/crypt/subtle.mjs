import { toBase64url } from "./bytes.mjs";

const CURVE = { name: "ECDH", namedCurve: "P-256" };

/** What the browser itself computes. @type {import("./engine.mjs").Engine} */
export const subtle = {
  async digest(bytes) {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", buffer(bytes)));
  },

  async stretch(password, salt, rounds) {
    const key = await crypto.subtle.importKey("raw", buffer(password), "PBKDF2", false, ["deriveBits"]);
    const how = { name: "PBKDF2", hash: "SHA-512", salt: buffer(salt), iterations: rounds };
    return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
  },

  async unwrap(key, wrapped) {
    const around = await crypto.subtle.importKey("raw", buffer(key), "AES-KW", false, ["unwrapKey"]);
    const found = await crypto.subtle.unwrapKey(
      "raw",
      buffer(wrapped),
      around,
      "AES-KW",
      "AES-GCM",
      true,
      ["decrypt"],
    );
    return new Uint8Array(await crypto.subtle.exportKey("raw", found));
  },

  async encrypt(key, iv, data, bound) {
    const how = { name: "AES-GCM", iv: buffer(iv), additionalData: buffer(bound) };
    return new Uint8Array(await crypto.subtle.encrypt(how, await gcm(key, "encrypt"), buffer(data)));
  },

  async decrypt(key, iv, data, bound) {
    const how = { name: "AES-GCM", iv: buffer(iv), additionalData: buffer(bound) };
    return new Uint8Array(await crypto.subtle.decrypt(how, await gcm(key, "decrypt"), buffer(data)));
  },

  async agree({ x, y }) {
    const other = { kty: "EC", crv: "P-256", x, y };
    const key = await crypto.subtle.importKey("jwk", other, CURVE, false, []);
    const own = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
    const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: key }, own.privateKey, 256);
    const point = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
    return { own: pointOf(point), secret: new Uint8Array(secret) };
  },
};

/**
 * @param {Uint8Array} key
 * @param {"encrypt" | "decrypt"} use
 */
function gcm(key, use) {
  return crypto.subtle.importKey("raw", buffer(key), "AES-GCM", false, [use]);
}

/**
 * A point as a JWK has it.
 *
 * @param {Uint8Array} raw uncompressed: 4, then both coordinates (SEC 1, 2.3.3)
 */
export function pointOf(raw) {
  return { x: toBase64url(raw.slice(1, 33)), y: toBase64url(raw.slice(33)) };
}

/**
 * What a browser takes for bytes.
 *
 * @param {Uint8Array} bytes
 */
function buffer(bytes) {
  return /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
}
