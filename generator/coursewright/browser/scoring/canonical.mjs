import { decimal, NUMBER, plainly } from "./numeral.mjs";

/** Characters of a text that are read. */
export const LONGEST = 1000;

/**
 * The twin of `scoring/canonical.py`: what was typed, without what makes no difference.
 *
 * @param {string} text
 */
export function canonical(text) {
  const plain = plainly([...text].slice(0, LONGEST).join(""));
  return essence(plain) || plain;
}

/**
 * Letters, symbols, and numbers in plain decimals.
 *
 * @param {string} plain
 */
export function essence(plain) {
  let [kept, dropped, before] = ["", "", ""];
  for (const [, numeral, share, sign = ""] of plain.matchAll(
    new RegExp(`${NUMBER}|([^])`, "gu"),
  )) {
    if (!numeral && /(?!\p{Cn})[\p{P}\p{Z}\p{C}]/u.test(sign)) {
      dropped += sign;
      continue;
    }
    kept += numeral ? between(before, dropped) + decimal(numeral) + share : sign;
    before = numeral ? "number" : /\p{S}/u.test(sign) ? "symbol" : "letter";
    dropped = "";
  }
  return kept;
}

/**
 * What of the signs before a number counts.
 *
 * @param {string} before
 * @param {string} dropped
 */
function between(before, dropped) {
  if (before === "number") return [...dropped][0] ?? "";
  return dropped.endsWith("-") && (before !== "letter" || dropped !== "-") ? "-" : "";
}
