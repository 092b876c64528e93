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
  let [kept, dropped] = ["", ""];
  for (const [, numeral, share, sign = ""] of plain.matchAll(
    new RegExp(`${NUMBER}|([^])`, "gu"),
  )) {
    if (!numeral && /(?!\p{Cn})[\p{P}\p{Z}\p{C}]/u.test(sign)) {
      dropped += sign;
    } else {
      kept += numeral ? between(kept, dropped) + decimal(numeral) + share : sign;
      dropped = "";
    }
  }
  return kept;
}

/**
 * What of the signs before a number counts.
 *
 * @param {string} kept
 * @param {string} dropped
 */
function between(kept, dropped) {
  if (/[\d%‰‱]$/.test(kept)) return [...dropped][0] ?? "";
  return dropped.endsWith("-") && (dropped !== "-" || !/\P{S}$/u.test(kept)) ? "-" : "";
}
