import { fetchedData } from "../page/fetched.mjs";

/**
 * @typedef {object} Course
 * @property {import("../learn/learning.mjs").Catalogue | null} catalogue
 * @property {import("../review/memories.mjs").Items | null} items null also where the course asks nothing
 * @property {import("./gap.mjs").Framework | null} framework null also where it has no competencies
 * @property {boolean} isWhole whether all came that there is
 */

/**
 * What the course holds, by the addresses that an element names: only those that there are.
 *
 * @param {DOMStringMap} addresses
 * @returns {Promise<Course>}
 */
export async function fetchedCourse({ catalogue, items, framework }) {
  const wanted = [catalogue, items, framework];
  const found = await Promise.all(wanted.map((address) => (address ? fetchedData(address) : null)));
  const isWhole = wanted.every((address, at) => !address || found[at]);
  return /** @type {any} */ ({ catalogue: found[0], items: found[1], framework: found[2], isWhole });
}
