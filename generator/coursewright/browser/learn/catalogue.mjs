import { fetchedData } from "../page/fetched.mjs";

/**
 * What the course holds, or null where it cannot be had.
 *
 * @param {string | undefined} address relative to the page
 */
export function catalogue(address) {
  return /** @type {Promise<import("./learning.mjs").Catalogue | null>} */ (fetchedData(address));
}
