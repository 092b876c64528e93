/** The letters of access codes: none that is taken for another. */
const LETTERS = "23456789ACDEFHJKMNPQRTVWXY";
/** What people write for a letter that is like it. */
const LIKE = new Map([["B", "8"], ["G", "6"], ["S", "5"], ["Z", "2"], ["U", "V"]]);
const LENGTH = 16;
const NAME = 3;

/**
 * What was typed of an access code: case, width, spaces and hyphens do not matter.
 *
 * @typedef {object} Typed
 * @property {string} shown in groups of four
 * @property {readonly string[]} strange signs that no code has, each once
 * @property {number} missing how many are still to come, below 0 for too many
 * @property {string} ticket which names the ticket, and is no secret
 * @property {string} secret which opens it
 *
 * @param {string} text
 * @returns {Typed}
 */
export function readCode(text) {
  const signs = [...text.normalize("NFKC").toUpperCase()].filter((sign) => !/[\s\-‐-―_.·]/u.test(sign));
  const read = signs.map((sign) => LIKE.get(sign) ?? sign);
  const strange = [...new Set(read.filter((sign) => !LETTERS.includes(sign)))];
  const code = read.join("");
  const shown = read.map((sign, at) => (at && at % 4 === 0 ? `-${sign}` : sign)).join("");
  const missing = LENGTH - read.length;
  return { shown, strange, missing, ticket: code.slice(0, NAME), secret: code.slice(NAME) };
}
