/** Bytes in letters. Of every spelling of the same bytes only one is read: no other is what was signed. */

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** A signature has 88 letters, and the time goes with the square. */
const LONGEST = 200;

/**
 * RFC 4648, 5, without padding. Throws a TypeError for anything else.
 *
 * @param {string} text
 */
export function fromBase64url(text) {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw new TypeError("no base64url");
  const found = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const spelled = btoa(found).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  if (spelled !== text) throw new TypeError("another spelling");
  return Uint8Array.from(found, (sign) => sign.charCodeAt(0));
}

/** @param {Uint8Array} bytes */
export function toBase64url(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * As Bitcoin has it. Throws a TypeError for anything else.
 *
 * @param {string} text
 */
export function fromBase58(text) {
  if (text.length > LONGEST) throw new TypeError("too long");
  let number = 0n;
  for (const letter of text) {
    const digit = BASE58.indexOf(letter);
    if (digit < 0) throw new TypeError("no base58");
    number = number * 58n + BigInt(digit);
  }
  /** @type {number[]} */
  const bytes = [];
  for (; number; number >>= 8n) bytes.unshift(Number(number & 255n));
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return new Uint8Array([...new Array(zeros).fill(0), ...bytes]);
}

/**
 * RFC 4648, 6, without padding. Throws a TypeError for anything else.
 *
 * @param {string} text
 */
export function fromBase32(text) {
  if ([1, 3, 6].includes(text.length % 8)) throw new TypeError("no base32");
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const letter of text) {
    const digit = BASE32.indexOf(letter);
    if (digit < 0) throw new TypeError("no base32");
    held = ((held << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  if (held & ((1 << bits) - 1)) throw new TypeError("another spelling");
  return bytes;
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
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
