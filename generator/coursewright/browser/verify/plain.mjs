import { es256 } from "../noble/ecdsa.mjs";
import { ed25519 } from "../noble/ed25519.mjs";
import { sha256 } from "../noble/hashes/sha2.mjs";
import { fromBase64url } from "./letters.mjs";

/** The same without a browser's help. @type {import("./engine.mjs").Engine} */
export const plain = {
  async digest(bytes) {
    return sha256(bytes);
  },

  async isSigned({ crv, x, y = "" }, signature, signed) {
    if (crv === "Ed25519") return ed25519.verify(signature, signed, fromBase64url(x));
    const point = new Uint8Array([4, ...fromBase64url(x), ...fromBase64url(y)]);
    return es256.verify(signature, signed, point);
  },
};
