/**
 * What a drawer holds: a version and entries by id; whatever else is in it stays in it.
 *
 * Entries have no prototype, for an id may be any word, `constructor` too.
 *
 * @typedef {{version: number, entries: Record<string, any>}} Contents
 * @typedef {import("./concerns.mjs").Step} Step
 */

/**
 * @param {readonly Step[]} steps
 * @returns {Contents}
 */
export function emptyContents(steps) {
  return { version: steps.length + 1, entries: bare() };
}

/**
 * The contents in data of any origin, brought to the newest version.
 *
 * @param {any} data
 * @param {readonly Step[]} steps
 * @returns {Contents | "newer" | "broken"}
 */
export function readContents(data, steps) {
  const version = data?.version;
  if (!Number.isInteger(version) || version < 1) return "broken";
  if (version > steps.length + 1) return "newer";
  const contents = steps.slice(version - 1).reduce((older, step) => step(older), data);
  if (!(contents.entries instanceof Object)) return "broken";
  return { ...contents, version: steps.length + 1, entries: bare(contents.entries) };
}

/**
 * Add entries to others, each as merging leaves it; one that does not fit takes no place of one that is
 * there.
 *
 * @param {Record<string, any>} entries
 * @param {Record<string, any>} added
 * @param {import("./concerns.mjs").Concern} concern
 */
export function addEntries(entries, added, { fits, merged }) {
  for (const [id, entry] of Object.entries(added)) {
    const mine = entries[id];
    entries[id] = fits(entry) ? merged(mine && fits(mine) ? mine : entry, entry) : (mine ?? entry);
  }
}

/**
 * The data in a text, or null.
 *
 * @param {string} text
 * @returns {any}
 */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @template Value
 * @param {Record<string, Value>} [entries] none if left out
 * @returns {Record<string, Value>} the same without a prototype
 */
export function bare(entries) {
  return Object.assign(Object.create(null), entries);
}
