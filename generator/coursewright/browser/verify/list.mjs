/** Letters of the list that are read. */
const LARGEST = 2_000_000;
/** Milliseconds that are waited for it. */
const PATIENCE = 8000;

/**
 * The list of what was revoked as it is on the site now; null where it cannot be had.
 *
 * A copy that a device or a browser kept would not know of what was revoked since, so it is asked for by an
 * address that none of them has.
 *
 * @param {string | undefined} address
 */
export async function fetchedList(address) {
  try {
    const url = `${address}?${Date.now()}`;
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    const text = response.ok ? await response.text() : "";
    return text && text.length <= LARGEST ? text : null;
  } catch {
    return null;
  }
}
