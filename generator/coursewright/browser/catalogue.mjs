/** @type {Map<string, Promise<import("./learning.mjs").Catalogue | null>>} */
const fetched = new Map();

/**
 * The catalogue at an address, fetched once for all who ask; null where it cannot be had,
 * as on pages opened from a disk.
 *
 * @param {string | undefined} address relative to the page
 */
export function catalogue(address) {
  const url = new URL(address ?? "", location.href).href;
  const found = fetched.get(url) ?? load(url);
  fetched.set(url, found);
  return found;
}

/**
 * @param {string} url
 * @returns {Promise<import("./learning.mjs").Catalogue | null>}
 */
async function load(url) {
  try {
    const response = await fetch(url);
    return response.ok ? await response.json() : null;
  } catch {
    fetched.delete(url);
    return null;
  }
}
