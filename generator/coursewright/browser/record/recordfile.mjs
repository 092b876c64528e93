import { CONCERNS, NAMES } from "./concerns.mjs";
import { parsed, readContents } from "./contents.mjs";
import { entriesBefore } from "./takeover.mjs";

/**
 * A learner's record as a file: its own version, the id of its course, and every drawer with the drawer's
 * version.
 *
 * Version 1 was the record itself, with everything under one key. Files without a course are of any.
 *
 * @typedef {{record: Record<string, Record<string, unknown>>, isWhole: boolean}} Found entries by concern,
 *   and whether that is all of the file
 */
const VERSION = 2;

/**
 * @param {Record<string, import("./contents.mjs").Contents>} drawers
 * @param {string} course its id
 * @returns {string}
 */
export function recordFile(drawers, course) {
  return `${JSON.stringify({ version: VERSION, course, drawers }, null, 1)}\n`;
}

/**
 * @param {string} text of any origin
 * @param {string} course that asks
 * @returns {Found | "newer" | {course: string} | null} which other course it is of; null for a text that is
 *   no record
 */
export function readRecordFile(text, course) {
  const file = parsed(text);
  const before = entriesBefore(file);
  if (before) return { record: before, isWhole: true };
  if (!(file?.drawers instanceof Object && Number.isInteger(file.version))) return null;
  if (typeof file.course === "string" && file.course !== course) return { course: file.course };
  if (file.version > VERSION) return "newer";
  if (file.version !== VERSION) return null;
  const known = NAMES.flatMap((name) => {
    const contents = readContents(file.drawers[name], CONCERNS[name].steps);
    return typeof contents === "object" ? [/** @type {const} */ ([name, contents.entries])] : [];
  });
  return { record: Object.fromEntries(known), isWhole: known.length === Object.keys(file.drawers).length };
}
