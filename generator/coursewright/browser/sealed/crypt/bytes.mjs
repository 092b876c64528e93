/**
 * Bytes in the letters of JOSE (RFC 7515, 2), in which a response also travels.
 *
 * @param {Uint8Array} bytes
 */
export function toBase64url(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Throws a TypeError for what has other signs in it.
 *
 * @param {string} text
 */
export function fromBase64url(text) {
  if (!/^[\w-]*$/.test(text)) throw new TypeError("no base64url");
  const found = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(found, (sign) => sign.charCodeAt(0));
}

/** @param {string} text */
export function toBytes(text) {
  return new TextEncoder().encode(text);
}

/**
 * Throws a TypeError for what is no UTF-8.
 *
 * @param {Uint8Array} bytes
 */
export function fromBytes(bytes) {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

/** @param {Uint8Array} bytes */
export function toHex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {readonly Uint8Array[]} parts */
export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Four bytes, the greatest first.
 *
 * @param {number} number
 */
export function inFour(number) {
  return new Uint8Array([number >>> 24, number >>> 16, number >>> 8, number]);
}

/** @param {number} count */
export function random(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}
