/**
 * What a list is filtered by: `text` to find, and any other name an exact value.
 *
 * @typedef {Record<string, string>} Choice empty values choose nothing
 * @typedef {{text: string, values: Record<string, string | undefined>}} Entry
 */

/**
 * Whether an entry has every word of the text, and every value chosen.
 *
 * @param {Entry} entry
 * @param {Choice} choice
 */
export function matches({ text, values }, { text: wanted = "", ...chosen }) {
  const sought = folded(wanted).split(/\s+/).filter(Boolean);
  const within = folded(text);
  const fits = Object.entries(chosen).every(([name, value]) => !value || values[name] === value);
  return fits && sought.every((word) => within.includes(word));
}

/**
 * The choice kept in the query of an address.
 *
 * @param {string} search such as `?family=risk`
 * @param {readonly string[]} names
 * @returns {Choice}
 */
export function readChoice(search, names) {
  const query = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, query.get(name) ?? ""]));
}

/**
 * The query with the choice in it; what else it holds stays.
 *
 * @param {string} search
 * @param {Choice} choice
 */
export function writeChoice(search, choice) {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(choice)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}

/**
 * Full-width letters and capitals are no difference to whoever searches.
 *
 * @param {string} text
 */
function folded(text) {
  return text.normalize("NFKC").toLowerCase();
}
