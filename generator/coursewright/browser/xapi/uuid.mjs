import sha1 from "./sha1.mjs";

/** Of names that are addresses (RFC 9562, 6.6). */
const ADDRESSES = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/**
 * The UUID of a name, version 5 (RFC 9562, 5.5): the same for the same name on every device. Stores that know
 * the older RFC 4122 alone refuse version 8.
 *
 * @param {string} name
 */
export function uuidOf(name) {
  const space = (ADDRESSES.match(/[\da-f]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const digest = sha1(Uint8Array.of(...space, ...new TextEncoder().encode(name)));
  const bytes = [...digest.slice(0, 16)].map((byte, at) => {
    if (at === 6) return (byte & 15) | 80;
    return at === 8 ? (byte & 63) | 128 : byte;
  });
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
