import { CONCERNS, NAMES } from "./concerns.mjs";
import { parsed, readContents } from "./contents.mjs";
import { entriesBefore } from "./takeover.mjs";

/**
 * A learner's record as a file: its own version, the id of its course, and every drawer with the drawer's
 * version.
 *
 * Version 1 was the record itself, with everything under one key. Files without a course are of any.
 *
 * @typedef {object} Found
 * @property {Record<string, Record<string, any>>} record entries by concern
 * @property {boolean} isWhole whether no drawer of the file is of a newer version
 * @property {number} unread how many entries are damaged
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
  if (before) return { record: before, isWhole: true, unread: unfit(before) };
  if (!(file?.drawers instanceof Object && Number.isInteger(file.version))) return null;
  if (typeof file.course === "string" && file.course !== course) return { course: file.course };
  if (file.version > VERSION) return "newer";
  if (file.version !== VERSION) return null;
  return opened(file.drawers);
}

/**
 * @param {Record<string, any>} drawers of any origin
 * @returns {Found}
 */
function opened(drawers) {
  const read = NAMES.filter((name) => name in drawers).map(
    (name) => /** @type {const} */ ([name, readContents(drawers[name], CONCERNS[name].steps)]),
  );
  const known = read.flatMap(([name, found]) =>
    typeof found === "object" ? [/** @type {const} */ ([name, found.entries])] : [],
  );
  const record = Object.fromEntries(known);
  const broken = read.filter(([, found]) => found === "broken").map(([name]) => drawers[name]?.entries);
  const lost = broken.map((entries) => (entries instanceof Object ? Object.keys(entries).length : 1));
  return {
    record,
    isWhole: known.length + broken.length === Object.keys(drawers).length,
    unread: lost.reduce((sum, count) => sum + count, unfit(record)),
  };
}

/**
 * How many entries cannot be used.
 *
 * @param {Record<string, Record<string, unknown>>} record
 */
function unfit(record) {
  return NAMES.reduce(
    (sum, name) =>
      sum + Object.values(record[name] ?? {}).filter((entry) => !CONCERNS[name].fits(entry)).length,
    0,
  );
}
