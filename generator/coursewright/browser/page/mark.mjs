import { element } from "./element.mjs";

export const SIGNS = { right: "✓", partly: "◐", wrong: "✗", missed: "✓" };

/**
 * A state as a sign and a word. The sign is not read aloud, for the word says it.
 *
 * @param {keyof typeof SIGNS} state
 * @param {string} word
 */
export function mark(state, word) {
  const sign = element("span", "cw-sign", SIGNS[state]);
  sign.ariaHidden = "true";
  return element("span", `cw-mark-word is-${state}`, sign, ` ${word}`);
}
