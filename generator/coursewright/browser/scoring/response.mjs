/**
 * The response if it is a list of known ids, each at most once; else it is malformed, and no ids.
 *
 * @param {unknown} response
 * @param {readonly string[]} known
 * @returns {string[]}
 */
export function idsIn(response, known) {
  if (!Array.isArray(response)) return [];
  return response.every((id, at) => known.includes(id) && response.indexOf(id) === at) ? response : [];
}

/**
 * Whether nothing was answered: null, or an empty list.
 *
 * @param {unknown} response
 */
export function isEmpty(response) {
  return response == null || (Array.isArray(response) && !response.length);
}
