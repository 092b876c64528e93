/** @type {Map<string, Promise<unknown>>} */
const fetched = new Map();

/**
 * The data at an address, fetched once for all who ask; null where it cannot be had, as on pages
 * opened from a disk, and then it is asked for again next time.
 *
 * @param {string | undefined} address relative to the page
 */
export function fetchedData(address) {
  const url = new URL(address ?? "", location.href).href;
  const found = fetched.get(url) ?? load(url);
  fetched.set(url, found);
  return found;
}

/** @param {string} url */
async function load(url) {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.json();
  } catch {
    // no connection, or no data
  }
  fetched.delete(url);
  return null;
}
