import { CONCERNS, NAMES } from "./concerns.mjs";
import { parsed, readContents } from "./contents.mjs";
import { entriesBefore } from "./takeover.mjs";

/**
 * A learner's record as a file: its own version, and every drawer with the drawer's.
 *
 * Version 1 was the record itself, with everything under one key.
 */
const VERSION = 2;

/**
 * @param {Record<string, import("./contents.mjs").Contents>} drawers
 * @returns {string}
 */
export function recordFile(drawers) {
  return `${JSON.stringify({ version: VERSION, drawers }, null, 1)}\n`;
}

/**
 * Entries by concern, and whether that is all of the file; null for a text that is no record we can read.
 *
 * @param {string} text
 * @returns {{record: Record<string, Record<string, unknown>>, isWhole: boolean} | null}
 */
export function readRecordFile(text) {
  const file = parsed(text);
  const before = entriesBefore(file);
  if (before) return { record: before, isWhole: true };
  if (file?.version !== VERSION || !(file.drawers instanceof Object)) return null;
  const known = NAMES.flatMap((name) => {
    const contents = readContents(file.drawers[name], CONCERNS[name].steps);
    return typeof contents === "object" ? [/** @type {const} */ ([name, contents.entries])] : [];
  });
  return { record: Object.fromEntries(known), isWhole: known.length === Object.keys(file.drawers).length };
}
