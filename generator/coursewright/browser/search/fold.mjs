const FULL_WIDTH = 0xfee0;

/**
 * A text in which full-width letters, capitals and accents make no difference. As long as the text
 * itself, so that a place in the one is a place in the other.
 *
 * @param {string} text
 */
export function folded(text) {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (sign) => sign.normalize("NFD").charAt(0));
  const small = plain.toLowerCase();
  return small.length === text.length ? small : plain;
}

/**
 * A name as it is compared: without spaces, dashes and brackets.
 *
 * @param {string} text
 */
export function bare(text) {
  return folded(text.normalize("NFKC")).replace(/[\s\-‐–—_·・.,:;、。，：；()[\]（）《》“”"'‘’「」]/g, "");
}

/**
 * The words of a query: whatever stands between spaces and marks, in any writing.
 *
 * @param {string} query
 */
export function wordsOf(query) {
  return folded(query.normalize("NFKC")).split(/[\s,;、。，；：？！()（）《》“”]+/).filter(Boolean);
}
