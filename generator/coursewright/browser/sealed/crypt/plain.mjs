import { aeskw, gcm } from "../../noble/ciphers/aes.mjs";
import { pbkdf2Async } from "../../noble/hashes/pbkdf2.mjs";
import { sha256, sha512 } from "../../noble/hashes/sha2.mjs";
import { p256 } from "../../noble/p256.mjs";
import { fromBase64url, joined } from "./bytes.mjs";
import { pointOf } from "./subtle.mjs";

const UNCOMPRESSED = new Uint8Array([4]);

/** The same without a browser's help. @type {import("./engine.mjs").Engine} */
export const plain = {
  async digest(bytes) {
    return sha256(bytes);
  },

  stretch(password, salt, rounds) {
    return pbkdf2Async(sha512, password, salt, { c: rounds, dkLen: 32 });
  },

  async unwrap(key, wrapped) {
    return aeskw(key).decrypt(wrapped);
  },

  async encrypt(key, iv, data, bound) {
    return gcm(key, iv, bound).encrypt(data);
  },

  async decrypt(key, iv, data, bound) {
    return gcm(key, iv, bound).decrypt(data);
  },

  async agree({ x, y }) {
    const own = p256.utils.randomSecretKey();
    const other = joined(UNCOMPRESSED, fromBase64url(x), fromBase64url(y));
    // The secret is the first coordinate of the shared point (RFC 7518, 4.6).
    const shared = p256.getSharedSecret(own, other, false);
    return { own: pointOf(p256.getPublicKey(own, false)), secret: shared.slice(1, 33) };
  },
};
