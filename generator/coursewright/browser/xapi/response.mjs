/**
 * A response as xAPI writes it (1.0.3, Data 2.4.4.1, after SCORM 2004, RTE 4.1.1.6): `[,]` between the parts
 * of an answer, `[.]` between a thing and what it was put to. Pure.
 *
 * @typedef {Record<string, string>} Components texts by id
 * @typedef {object} Asked
 * @property {"choice" | "order" | "match" | "gaps" | "written"} shape
 * @property {string} type what the standard calls it
 * @property {Components} [choices]
 * @property {Components} [source]
 * @property {Components} [target]
 * @property {string[]} [gaps]
 * @property {boolean} [isNumber]
 */
import { isBlank } from "../scoring/response.mjs";

const [PARTS, PAIR] = ["[,]", "[.]"];
const NUMBER = /^[-+]?\d+(\.\d+)?$/;

/**
 * @param {Asked} asked
 * @param {any} response
 * @returns {string | null} null where nothing was answered, or nothing that the type has a form for
 */
export function written({ shape, source = {}, gaps = [], isNumber }, response) {
  switch (shape) {
    case "choice":
    case "order":
      return Array.isArray(response) ? joined(response) : null;
    case "match": {
      const put = Object.keys(source).filter((id) => response?.[id]);
      return joined(put.map((id) => `${id}${PAIR}${response[id]}`));
    }
    case "gaps":
      if (isNumber) return number(response?.[gaps[0] ?? ""]);
      return isFilled(response) ? gaps.map((id) => plain(response[id])).join(PARTS) : null;
    case "written":
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
