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
 * The texts of a response by id, if it is an object of texts by known ids; else it is malformed, and none.
 *
 * @param {unknown} response
 * @param {readonly string[]} known
 * @returns {[string, string][]}
 */
export function textsIn(response, known) {
  const texts = isObject(response) ? Object.entries(response) : [];
  const isSound = texts.every(([id, text]) => known.includes(id) && typeof text === "string");
  return isSound ? /** @type {[string, string][]} */ (texts) : [];
}

/**
 * Whether nothing was answered: null, an empty list, or an object with nothing or only blanks in it.
 *
 * @param {unknown} response
 */
export function isEmpty(response) {
  if (!isObject(response)) return isNothing(response);
  return Object.values(response).every((value) =>
    typeof value === "string" ? isBlank(value) : isNothing(value),
  );
}

/** @param {unknown} value */
function isNothing(value) {
  return value == null || (Array.isArray(value) && !value.length);
}

/** @param {string} text */
export function isBlank(text) {
  return !/[^\t-\r \u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/.test(text);
}

/**
 * @param {unknown} response
 * @returns {response is Record<string, unknown>}
 */
function isObject(response) {
  return response !== null && typeof response === "object" && !Array.isArray(response);
}
