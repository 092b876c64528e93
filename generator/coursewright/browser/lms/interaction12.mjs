/**
 * Responses and keys as SCORM 1.2 writes them (Run-Time Environment 1.2, CMIFeedback): one character stands
 * for an entry, `a,b` for those chosen, `a.b` for a thing and what it was put to, `j,k,l` for steps. Pure.
 */
import { isBlank } from "../scoring/response.mjs";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Of CMIString255. */
const LONGEST = 255;
const NUMBER = /^[-+]?\d+(\.\d+)?$/;

/** @typedef {import("./about.mjs").Item} Item */

/**
 * What this version calls it, which knows no long texts.
 *
 * @param {Item} item
 */
export function type({ asked: { type } }) {
  return type.replace("long-", "");
}

/**
 * @param {Item} item
 * @param {any} response
 * @returns {string} empty where nothing was answered, or nothing that the type has a form for
 */
export function response({ asked }, response) {
  const { shape, choices, source = {}, target = {}, gaps = [], isNumber } = asked;
  switch (shape) {
    case "choice":
      // What is true or false has no texts of its own.
      if (!choices) return String(response?.[0] ?? "").slice(0, 1);
      return letters(response, Object.keys(choices)).sort().join(",");
    case "order":
      return letters(response, Object.keys(choices ?? {})).join(",");
    case "match":
      return pairs(response ?? {}, Object.keys(source), Object.keys(target));
    case "gaps":
      return isNumber ? number(response?.[gaps[0] ?? ""]) : texts(gaps.map((gap) => response?.[gap] ?? ""));
    case "written":
      return text(response?.text ?? "");
  }
}

/**
 * What is right, each pattern a way to be right; none for a text that a person judges.
 *
 * @param {Item} item
 * @returns {string[]}
 */
export function patterns(item) {
  const { asked, key } = item;
  if (asked.shape === "written") return [];
  if (asked.shape !== "gaps") return [response(item, key)];
  const expected = (asked.gaps ?? []).map((gap) => /** @type {any} */ (key)[gap]);
  if (asked.isNumber) return [expected[0].value];
  if (expected.length === 1 && Array.isArray(expected[0])) return expected[0].map(text);
  return [texts(expected.map((one) => (Array.isArray(one) ? one[0] : one.value)))];
}

/**
 * How an answer fared; of a text nobody but its writer has judged it.
 *
 * @param {Item} item
 * @param {import("../scoring/scoring.mjs").Score} score
 * @param {string} wrong what the standard calls it
 */
export function result({ asked }, { points, of }, wrong = "wrong") {
  if (asked.shape === "written") return "neutral";
  if (points === of) return "correct";
  return points ? String(Math.floor((points * 10000) / of) / 10000) : wrong;
}

/**
 * @param {unknown} ids
 * @param {readonly string[]} known
 */
function letters(ids, known) {
  return Array.isArray(ids) ? ids.map((id) => LETTERS[known.indexOf(id)] ?? "") : [];
}

/**
 * @param {Record<string, string>} put
 * @param {readonly string[]} things
 * @param {readonly string[]} targets
 */
function pairs(put, things, targets) {
  return things
    .filter((thing) => put[thing])
    .map((thing) => [...letters([thing], things), ...letters([put[thing]], targets)].join("."))
    .join(",");
}

/** @param {readonly string[]} parts */
function texts(parts) {
  return parts.every(isBlank) ? "" : text(parts.join("; "));
}

/** @param {string} typed */
function text(typed) {
  return [...typed.replace(/\s+/g, " ").trim()].slice(0, LONGEST).join("").slice(0, LONGEST);
}

/** @param {unknown} typed */
function number(typed) {
  const found = typeof typed === "string" ? typed.normalize("NFKC").trim() : "";
  return NUMBER.test(found) ? found.replace(/^\+/, "") : "";
}
