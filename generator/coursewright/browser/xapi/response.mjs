/**
 * A response as xAPI writes it (1.0.3, Data 2.4.4.1 and SCORM 2004, RTE 4.1.1.6): `[,]` between the parts of
 * an answer, `[.]` between a thing and what it was put to. Pure.
 *
 * @typedef {"choice" | "true-false" | "sequencing" | "matching" | "numeric" | "fill-in" | "long-fill-in"} Type
 * @typedef {Record<string, string>} Components texts by id
 * @typedef {{type: Type, choices?: Components, source?: Components, target?: Components, gaps?: string[]}} Asked
 */
import { isBlank } from "../scoring/response.mjs";

const [PARTS, PAIR] = ["[,]", "[.]"];
const NUMBER = /^[-+]?\d+(\.\d+)?$/;

/**
 * @param {Asked} asked
 * @param {any} response
 * @returns {string | null} null where nothing was answered, or nothing that the type has a form for
 */
export function written({ type, source = {}, gaps = [] }, response) {
  switch (type) {
    case "choice":
    case "true-false":
    case "sequencing":
      return Array.isArray(response) && response.length ? response.join(PARTS) : null;
    case "matching":
      return joined(Object.keys(source).flatMap((id) => (response?.[id] ? `${id}${PAIR}${response[id]}` : [])));
    case "numeric":
      return number(response?.[gaps[0] ?? ""]);
    case "fill-in":
      return isFilled(response) ? gaps.map((id) => plain(response[id])).join(PARTS) : null;
    case "long-fill-in":
      return plain(response?.text) || null;
  }
}

/** @param {string[]} parts */
function joined(parts) {
  return parts.length ? parts.join(PARTS) : null;
}

/** @param {unknown} typed */
function number(typed) {
  const text = typeof typed === "string" ? typed.normalize("NFKC").trim() : "";
  return NUMBER.test(text) ? text.replace(/^\+/, "") : null;
}

/** @param {any} response */
function isFilled(response) {
  return response instanceof Object && Object.values(response).some((text) => !isBlank(String(text)));
}

/**
 * A text in which nothing reads as a sign between parts.
 *
 * @param {unknown} text
 */
function plain(text) {
  return typeof text === "string" ? text.replace(/\[([,.:])\]/g, "[ $1 ]") : "";
}
