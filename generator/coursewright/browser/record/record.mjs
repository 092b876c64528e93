/**
 * A learner's record: its shape, its migrations, and what of a foreign text can be trusted.
 *
 * Times are milliseconds since 1970. `read` is 0 for a section that was only opened.
 *
 * @typedef {{edition?: number, right: boolean, tries: number, at: number}} Answer
 * @typedef {{score: number, total: number, passed: boolean, at: number}} Result
 * @typedef {{title: string, url: string, at: number, read: number}} Visit
 * @typedef {{at: number, fields: Record<string, string | boolean>}} Sheet
 * @typedef {{
 *   version: number,
 *   items: Record<string, Answer>,
 *   quizzes: Record<string, Result>,
 *   sections: Record<string, Visit>,
 *   sheets: Record<string, Sheet>,
 * }} LearnerRecord
 * @typedef {{state: "fine", record: LearnerRecord} | {state: "newer" | "broken", record: null}} Reading
 * @typedef {(data: any) => any} Step
 */

/**
 * The step at n - 1 turns version n into version n + 1; the version is one more than there are steps.
 *
 * @type {readonly Step[]}
 */
const STEPS = [];

/** @type {Record<"items" | "quizzes" | "sections" | "sheets", Record<string, string>>} */
const SHAPES = {
  items: { right: "boolean", tries: "number", at: "number" },
  quizzes: { score: "number", total: "number", passed: "boolean", at: "number" },
  sections: { title: "string", url: "string", at: "number", read: "number" },
  sheets: { at: "number", fields: "object" },
};
export const KINDS = /** @type {(keyof typeof SHAPES)[]} */ (Object.keys(SHAPES));

/**
 * The edition of the item that was answered. Records made before items had editions do not tell.
 *
 * @param {Answer} answer
 */
export function editionOf({ edition = 1 }) {
  return edition;
}

/** @returns {LearnerRecord} */
export function emptyRecord() {
  return { version: STEPS.length + 1, items: {}, quizzes: {}, sections: {}, sheets: {} };
}

/**
 * The record in a text, brought to the newest version. Entries of the wrong shape are left out.
 *
 * @param {string} text
 * @param {readonly Step[]} [steps]
 * @returns {Reading}
 */
export function readRecord(text, steps = STEPS) {
  try {
    const data = JSON.parse(text);
    const version = data.version;
    if (!Number.isInteger(version) || version < 1) return { state: "broken", record: null };
    if (version > steps.length + 1) return { state: "newer", record: null };
    const migrated = steps.slice(version - 1).reduce((older, step) => step(older), data);
    return { state: "fine", record: trusted(migrated, steps.length + 1) };
  } catch {
    return { state: "broken", record: null };
  }
}

/**
 * @param {any} data
 * @param {number} version
 * @returns {LearnerRecord}
 */
function trusted(data, version) {
  const kept = KINDS.map((kind) => [kind, entriesLike(data[kind], SHAPES[kind])]);
  const record = { version, ...Object.fromEntries(kept) };
  for (const sheet of Object.values(record.sheets)) {
    const fields = Object.entries(sheet.fields).filter(([, value]) =>
      ["string", "boolean"].includes(typeof value),
    );
    sheet.fields = Object.fromEntries(fields);
  }
  return record;
}

/**
 * @param {any} entries
 * @param {Record<string, string>} shape
 */
function entriesLike(entries, shape) {
  const fits = (/** @type {any} */ entry) =>
    entry &&
    Object.entries(shape).every(([name, type]) => typeof entry[name] === type && entry[name] !== null);
  // A key that assigns to a prototype is no id of ours.
  const kept = Object.entries(entries ?? {}).filter(([id, entry]) => id !== "__proto__" && fits(entry));
  return Object.fromEntries(kept);
}
