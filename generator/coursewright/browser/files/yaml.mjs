/**
 * A mapping as YAML in block style. Strings are quoted as in JSON, which YAML 1.2 reads alike;
 * what is null or an empty list is left out, as the author of a source would.
 *
 * @param {object} mapping
 * @returns {string}
 */
export function yaml(mapping) {
  return lines(mapping).join("\n") + "\n";
}

/**
 * @param {object} mapping
 * @returns {string[]}
 */
function lines(mapping) {
  return Object.entries(mapping)
    .filter(([, value]) => holds(value))
    .flatMap(([key, value]) => entry(key, value));
}

/**
 * @param {string} key
 * @param {unknown} value
 * @returns {string[]}
 */
function entry(key, value) {
  if (Array.isArray(value))
    return [`${key}:`, ...value.flatMap((one) => indented(element(one), "  - ", "    "))];
  if (typeof value === "object" && value) return [`${key}:`, ...indented(lines(value), "  ", "  ")];
  return [`${key}: ${scalar(value)}`];
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function element(value) {
  return typeof value === "object" && value ? lines(value) : [scalar(value)];
}

/**
 * @param {string[]} block
 * @param {string} first what stands before the first line
 * @param {string} others what stands before the others
 */
function indented(block, first, others) {
  return block.map((line, at) => (at ? others : first) + line);
}

/** @param {unknown} value */
function holds(value) {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** @param {unknown} value */
function scalar(value) {
  return printable(JSON.stringify(value));
}

/**
 * JSON leaves characters bare that YAML calls not printable (1.1, section 5.1) or the end of a line.
 *
 * @param {string} json
 */
export function printable(json) {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
